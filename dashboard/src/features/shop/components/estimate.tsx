import { Progress } from "@mantine/core"
import type { Store } from "@/api/types"
import { useNow } from "@/lib/now"
import { duration, running } from "@/lib/time"
import { useTypical } from "../api/typical"
import css from "./estimate.module.css"

/** How long it will probably take, of earlier stores of this engine. */
export function Estimate({ store }: { store: Store }) {
  const { data: typical } = useTypical(store.engine)
  const now = useNow()
  const begun = store.timeline?.find((entry) => entry.attempt === store.attempt)?.at ?? store.created
  const elapsed = Math.max(0, now - Date.parse(begun))
  const usual = typical?.readyAfterMillis
  return (
    <div className={css.estimate}>
      <div className={css.words}>
        <span>{said(elapsed, usual)}</span>
        <span className={css.elapsed}>{running(elapsed)}</span>
      </div>
      <Progress value={usual ? Math.min(97, (elapsed / usual) * 100) : 0} size={6} radius="xl" color="pine" aria-label="Share of the usual time" />
    </div>
  )
}

function said(elapsed: number, usual: number | undefined): string {
  if (!usual) return "No store of this kind was ready yet, so there is no estimate."
  const left = usual - elapsed
  if (left > 3_000) return `About ${running(left)} left; usually ready after ${duration(usual)}.`
  return elapsed < usual * 1.5 ? "Any moment now." : `Taking longer than the usual ${duration(usual)}.`
}
