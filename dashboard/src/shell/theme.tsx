import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core"
import type { PropsWithChildren } from "react"
import { theme } from "@/theme/theme"

/** Shared with scheme.js, which runs before the first paint. */
const schemes = localStorageColorSchemeManager({ key: "uruimi-scheme" })

/** Mantine without any <style> of its own: variables.css holds what it would put into the page. */
export function Theme({ children }: PropsWithChildren) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={schemes} withCssVariables={false} withGlobalClasses={false}>
      {children}
    </MantineProvider>
  )
}
