export const Logo = () => (
  <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="9" fill="var(--mantine-color-pine-7)" />
    <path d="M9 9v8.200a7 7 0 0 0 14 0V9" fill="none" stroke="#fff" strokeWidth="3.400" strokeLinecap="round" />
    <circle cx="16" cy="10" r="2.100" fill="#b5d9c6" />
  </svg>
)
