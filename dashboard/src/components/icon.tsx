const PATHS = {
  check: "M5 12.5l4.5 4.5L19 7.5",
  cross: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  warning: "M12 4.5l8.5 15h-17zM12 10.5v4M12 17.2v.1",
  dots: "M6 12h.1M12 12h.1M18 12h.1",
  refresh: "M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4.5V9H15",
  plus: "M12 5v14M5 12h14",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16.2 16.2L20.5 20.5",
  trash: "M4.5 7h15M10 7V4.5h4V7M6.5 7l1 12.5h9l1-12.5M10.3 11v5M13.7 11v5",
  pen: "M4.500 19.500l1-4.500L16 4.500l3.500 3.500L9 18.500zM13.500 7l3.500 3.500",
  outside: "M10 5H5.5v13.5H19V14M13.5 5H19v5.500M19 5l-8.500 8.500",
  copy: "M9 9h10.500v10.500H9zM15 9V4.500H4.500V15H9",
  eye: "M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 14.800a2.800 2.800 0 1 0 0-5.600 2.800 2.800 0 0 0 0 5.600z",
  hidden: "M4 4l16 16M9.500 6c.800-.300 1.600-.500 2.500-.500 6 0 9.500 6.500 9.500 6.500a17 17 0 0 1-3 3.700M14.500 18a7 7 0 0 1-2.500.500C6 18.500 2.500 12 2.500 12a17 17 0 0 1 4-4.500",
  shop: "M4.500 10v9.500h15V10M3.500 10l1.700-5.500h13.600L20.500 10M3.500 10a2.800 2.800 0 0 0 5.600 0 2.900 2.900 0 0 0 5.800 0 2.800 2.800 0 0 0 5.600 0M10 19.500v-5h4v5",
  key: "M8 16.500a3.800 3.800 0 1 0 0-7.500 3.800 3.800 0 0 0 0 7.500zM11.700 12.500h9v3.500M17 12.500V15",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 3v1.500M12 19.500V21M3 12h1.500M19.500 12H21M5.600 5.600l1 1M17.400 17.400l1 1M5.600 18.400l1-1M17.400 6.600l1-1",
  moon: "M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10z",
  pulse: "M3 12.500h4l2.500-7 4.500 13 2.500-6H21",
  unplugged: "M4 4l16 16M9 5.500V9M15 4.500V8M7 9.500h2M13 9.500h4V12a5 5 0 0 1-.600 2.400M14 16.600A5 5 0 0 1 7 12v-2.500M12 17v3.500",
  clock: "M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 7.500V12l3 2",
  down: "M6 9.500l6 6 6-6",
  leave: "M10 4.500H5v15h5M9.500 12H20M16 8l4 4-4 4",
} as const

export type IconName = keyof typeof PATHS

/** A picture beside a word: it says nothing to those who listen. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={name === "dots" ? 3 : 1.8}
      strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false" className="icon"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
