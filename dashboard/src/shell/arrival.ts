import { useRouterState } from "@tanstack/react-router"
import { useEffect, useRef } from "react"

/** Arriving at another page puts the focus on its heading and the view to its top, as a page load would. */
export function useArrival() {
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const before = useRef<string | undefined>(undefined)
  useEffect(() => {
    const arrived = before.current !== undefined && before.current !== path
    before.current = path
    if (!arrived) return
    window.scrollTo(0, 0)
    const heading = main.current?.querySelector<HTMLElement>("h1") ?? main.current
    heading?.focus({ preventScroll: true })
  }, [path])
  return main
}
