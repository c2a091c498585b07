import { useSyncExternalStore } from "react"

const listeners = new Set<() => void>()
let loggedOut = false

/** The API wants a log-in: nothing can be shown until the page is loaded anew after one. */
export function sessionEnded(): void {
  loggedOut = true
  listeners.forEach((listener) => listener())
}

/** As after a reload. */
export function sessionBegins(): void {
  loggedOut = false
  listeners.forEach((listener) => listener())
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useLoggedOut = () => useSyncExternalStore(subscribe, () => loggedOut)
