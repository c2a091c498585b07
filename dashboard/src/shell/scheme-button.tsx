import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from "@mantine/core"
import { Icon } from "@/components/icon"

/** Light or dark; until somebody chooses, what the system says. */
export function SchemeButton() {
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false })
  const other = scheme === "dark" ? "light" : "dark"
  return (
    <ActionIcon variant="subtle" color="gray" size={36} aria-label={`Switch to ${other} colours`} title={`Switch to ${other} colours`} onClick={() => setColorScheme(other)}>
      <Icon name={scheme === "dark" ? "sun" : "moon"} />
    </ActionIcon>
  )
}
