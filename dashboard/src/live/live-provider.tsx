import { useQueryClient } from "@tanstack/react-query"
import { createContext, type PropsWithChildren, useContext, useEffect, useState, useSyncExternalStore } from "react"
import { client } from "@/api/client"
import { sessionEnded } from "@/api/session"
import { cacheWriter, refresh } from "./cache"
import { type Link, StoreStream } from "./store-stream"

const Stream = createContext<StoreStream | null>(null)
const OUT_OF_SIGHT = 60_000

/** A browser does not tell why a stream ended. */
async function lookWhetherLoggedIn(): Promise<void> {
  const { response } = await client.GET("/platform", { cache: "no-store", signal: AbortSignal.timeout(3000) })
  if (response.status === 401) sessionEnded()
}

async function answers(): Promise<boolean> {
  try {
    const response = await fetch("/actuator/health/liveness", { cache: "no-store", signal: AbortSignal.timeout(3000) })
    // A proxy in between answers 502 to 504 for one that is away.
    if (response.status >= 500) return false
    await lookWhetherLoggedIn()
    return true
  } catch {
    return false
  }
}

/** Holds the page's one stream while the page is looked at. */
export function LiveProvider({ children }: PropsWithChildren) {
  const client = useQueryClient()
  const [stream] = useState(
    () => new StoreStream({ probe: answers, onStore: cacheWriter(client), onOpen: (again) => refresh(client, again) }),
  )
  useEffect(() => {
    let hidden: number | undefined
    const look = () => {
      window.clearTimeout(hidden)
      if (document.visibilityState === "hidden") hidden = window.setTimeout(() => stream.pause(), OUT_OF_SIGHT)
      else stream.resume()
    }
    stream.connect()
    document.addEventListener("visibilitychange", look)
    window.addEventListener("online", look)
    return () => {
      window.clearTimeout(hidden)
      document.removeEventListener("visibilitychange", look)
      window.removeEventListener("online", look)
      stream.close()
    }
  }, [stream])
  return <Stream value={stream}>{children}</Stream>
}

const nothing = () => () => undefined

export function useLink(): { link: Link; heardAt: number } {
  const stream = useContext(Stream)
  const link = useSyncExternalStore(stream?.subscribe ?? nothing, () => stream?.link() ?? "live")
  return { link, heardAt: stream?.heardAt() ?? 0 }
}

/** How often to ask while the stream does not tell; false while it does. */
export function useFallbackInterval(): number | false {
  const { link } = useLink()
  return link === "polling" ? 4_000 : false
}
