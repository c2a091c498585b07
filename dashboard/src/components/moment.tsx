import { useNow } from "@/lib/now"
import { ago, clock, exactly } from "@/lib/time"

/** A time as people say it, in their own zone; the exact one on hover. */
export function Moment({ at, as = "ago" }: { at: string; as?: "ago" | "clock" }) {
  const now = useNow(as === "ago", 20_000)
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return <span>{at}</span>
  return (
    <time dateTime={at} title={exactly(date)}>
      {as === "ago" ? ago(date, now) : clock(date)}
    </time>
  )
}
