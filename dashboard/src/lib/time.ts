const EXACT = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long" })
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit" })
const DAY = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric" })
const AGO = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" })

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAYS = 24 * HOUR

export const exactly = (at: Date) => EXACT.format(at)
export const clock = (at: Date) => CLOCK.format(at)

/** "3 minutes ago"; from a month on the day itself. */
export function ago(at: Date, now: number): string {
  const past = Math.max(0, now - at.getTime())
  if (past < 45_000) return "just now"
  if (past < HOUR) return AGO.format(-Math.round(past / MINUTE), "minute")
  if (past < DAYS) return AGO.format(-Math.round(past / HOUR), "hour")
  if (past < 30 * DAYS) return AGO.format(-Math.round(past / DAYS), "day")
  return DAY.format(at)
}

/** "320 ms", "4.2 s", "38 s", "2 min 5 s", "3 h 10 min". */
export function duration(millis: number): string {
  const whole = Math.max(0, Math.round(millis))
  if (whole < 950) return `${whole} ms`
  if (whole < 9_950) return `${(whole / 1000).toFixed(1)} s`
  const seconds = Math.round(whole / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return seconds % 60 ? `${minutes} min ${seconds % 60} s` : `${minutes} min`
  const hours = Math.floor(minutes / 60)
  return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`
}

/** For what still runs: whole seconds, so that it does not flicker. */
export const running = (millis: number) => (millis < 1000 ? "0 s" : duration(Math.floor(millis / 1000) * 1000).replace(/\.0 s$/, " s"))
