import { Skeleton } from "@mantine/core"
import type { PlatformHealth } from "@/api/types"
import { Panel } from "@/components/panel"
import { count } from "@/lib/units"
import css from "./layout.module.css"

/** How many events each reader has yet to read. */
export function LagPanel({ health }: { health: PlatformHealth | undefined }) {
  const lag = health?.lag ?? []
  return (
    <Panel title="Consumer lag">
      {!health && <Skeleton height={120} />}
      {health && lag.length === 0 && <p className="dimmed">Not known: the broker does not answer.</p>}
      <ul className={css.rows}>
        {lag.map((group) => (
          <li key={group.group}>
            <span>{group.group}</span>
            <span className={css.value}>{group.events === 0 ? "up to date" : `${count(group.events, "event")} behind`}</span>
            {group.partitionsBehind > 0 && <span className={css.detail}>in {count(group.partitionsBehind, "partition")}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
