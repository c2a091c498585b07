import { NativeSelect, Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { Moment } from "@/components/moment"
import { Panel } from "@/components/panel"
import { Trouble } from "@/components/trouble"
import { count } from "@/lib/units"
import { useFailures } from "../api/failures"
import css from "./layout.module.css"

const PERIODS = [
  { value: "PT1H", label: "Last hour" },
  { value: "PT24H", label: "Last 24 hours" },
  { value: "P7D", label: "Last 7 days" },
]

/** Why stores failed lately, the most frequent reason first. */
export function FailuresPanel() {
  const [since, setSince] = useState("PT24H")
  const { data, error, isPending, refetch } = useFailures(since)
  const failures = [...(data ?? [])].sort((a, b) => b.count - a.count)
  const period = <NativeSelect size="xs" aria-label="Period of the failures" data={PERIODS} value={since} onChange={(event) => setSince(event.currentTarget.value)} />
  return (
    <Panel title="Failures by reason" aside={period}>
      {error && <Trouble what="The failures could not be read." error={error} again={() => void refetch()} />}
      {isPending && !error && <Skeleton height={90} />}
      {data?.length === 0 && <p className="dimmed">No store failed in this time.</p>}
      <ul className={css.rows}>
        {failures.map((failure) => (
          <li key={failure.code}>
            <span><strong>{failure.code}</strong></span>
            <span className={`${css.value} ${css.below}`}>{count(failure.count, "time")}, latest <Moment at={failure.latest} /></span>
            <span className={css.detail}>{failure.sentence}</span>
            <span className={css.stores}>
              {(failure.stores ?? []).map((id) => <Link key={id} to="/shops/$id" params={{ id }} className="mono">{id}</Link>)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
