import { Skeleton } from "@mantine/core"
import type { PlatformHealth } from "@/api/types"
import { Panel } from "@/components/panel"
import { ToneBadge } from "@/components/status-badge"
import { humanised, type Tone } from "@/lib/status"
import css from "./layout.module.css"

const TONES: Record<string, Tone> = { up: "good", impaired: "warn", down: "bad" }

/** Each service and each thing they all stand on. */
export function HealthPanel({ health }: { health: PlatformHealth | undefined }) {
  const parts = (health?.parts ?? []).map((part) => ({ ...part, answeredMillis: null }))
  const rows = [...(health?.services ?? []), ...parts]
  const up = rows.filter((row) => row.status === "up").length
  return (
    <Panel title="Health" aside={health && <span role="status">{up === rows.length ? "Everything is up" : `${rows.length - up} of ${rows.length} need attention`}</span>}>
      {!health && <Skeleton height={360} />}
      <ul className={css.rows}>
        {rows.map((row) => (
          <li key={row.name}>
            <span>
              {row.name} {row.answeredMillis != null && <span className={css.value}>{row.answeredMillis} ms</span>}
            </span>
            <ToneBadge tone={TONES[row.status] ?? "quiet"}>{humanised(row.status)}</ToneBadge>
            {row.detail && <span className={css.detail}>{row.detail}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
