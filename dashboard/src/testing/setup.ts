import "@testing-library/jest-dom/vitest"
import { cleanup, configure } from "@testing-library/react"
import { afterEach } from "vitest"

afterEach(cleanup)
// A machine that builds other things, too, is slow; a passing test never waits for it.
configure({ asyncUtilTimeout: 10_000 })

// jsdom lays nothing out; what asks for sizes and media gets the answers of a wide, still page.
window.matchMedia = (query: string) =>
  ({
    matches: query.includes("reduce"),
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }) as unknown as MediaQueryList
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
window.scrollTo = () => undefined
Element.prototype.scrollIntoView = () => undefined
