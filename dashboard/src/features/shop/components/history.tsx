import type { Store } from "@/api/types"
import { Icon } from "@/components/icon"
import { Moment } from "@/components/moment"
import { humanised } from "@/lib/status"
import { duration } from "@/lib/time"
import { count } from "@/lib/units"
import css from "./history.module.css"

/** Everything that happened to the store, the latest first; closed until somebody asks. */
export function History({ store }: { store: Store }) {
  const entries = [...(store.timeline ?? [])].reverse()
  return (
    <details className={css.history}>
      <summary><Icon name="down" size={16} /> Everything that happened <span className="dimmed">{count(entries.length, "event")}</span></summary>
      <ol>
        {entries.map((entry) => (
          <li key={entry.id}>
            <Moment at={entry.at} as="clock" />
            <span>
              {humanised(entry.step)}
              {entry.attempt > 1 && <span className="dimmed"> · attempt {entry.attempt}</span>}
              {entry.detail && <span className={css.detail}>{entry.detail}</span>}
            </span>
            <span className="dimmed numbers">{entry.durationMillis == null ? "" : duration(entry.durationMillis)}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
