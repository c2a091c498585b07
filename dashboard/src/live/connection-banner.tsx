import { Icon } from "@/components/icon"
import { clock } from "@/lib/time"
import { useEffect, useRef, useState } from "react"
import css from "./connection-banner.module.css"
import { useLink } from "./live-provider"

const BACK_FOR = 4_000

/** Says calmly when the API is away, and when it is back. */
export function ConnectionBanner() {
  const { link, heardAt } = useLink()
  const back = useBack(link === "lost", link === "live")
  return (
    <div role="status" aria-live="polite" className={css.place}>
      {link === "lost" && (
        <p className={css.banner} data-tone="warn">
          <Icon name="unplugged" /> Uruimi does not answer right now.{" "}
          {heardAt > 0 ? `You see how things were at ${clock(new Date(heardAt))}.` : ""} Your shops keep running; trying again by itself.
        </p>
      )}
      {link === "polling" && (
        <p className={css.banner} data-tone="quiet">
          <Icon name="refresh" /> Live updates are interrupted; the page asks every few seconds instead.
        </p>
      )}
      {back && (
        <p className={css.banner} data-tone="good">
          <Icon name="check" /> Connected again. Everything you see is current.
        </p>
      )}
    </div>
  )
}

/** True for a moment after what was lost is live again. */
function useBack(lost: boolean, live: boolean): boolean {
  const wasLost = useRef(false)
  const [back, setBack] = useState(false)
  useEffect(() => {
    if (lost) {
      wasLost.current = true
      setBack(false)
    } else if (live && wasLost.current) {
      wasLost.current = false
      setBack(true)
      const timer = window.setTimeout(() => setBack(false), BACK_FOR)
      return () => window.clearTimeout(timer)
    }
    return undefined
  }, [lost, live])
  return back
}
