import { NativeSelect, Skeleton } from "@mantine/core"
import { useState } from "react"
import { Empty } from "@/components/empty"
import { Panel } from "@/components/panel"
import { Trouble } from "@/components/trouble"
import { useProvisionTimes } from "../api/provision-times"
import { evenly } from "../chart"
import { TimesChart } from "./times-chart"
import { TimesTable } from "./times-table"
import css from "./times-chart.module.css"

const PERIODS = [
  { value: "PT24H", label: "Last 24 hours" },
  { value: "P7D", label: "Last 7 days" },
  { value: "P30D", label: "Last 30 days" },
]

/** How long stores took from the wish to the first sale possible, over time. */
export function TimesPanel() {
  const [since, setSince] = useState("P7D")
  const { data, error, isPending, refetch } = useProvisionTimes(since)
  const buckets = data?.buckets ?? []
  const period = <NativeSelect size="xs" aria-label="Period of the chart" data={PERIODS} value={since} onChange={(event) => setSince(event.currentTarget.value)} />
  return (
    <Panel title="Time until ready" aside={period}>
      <div className={css.place}>
        {error && !data && <Trouble what="The times could not be read." error={error} again={() => void refetch()} />}
        {isPending && !error && <Skeleton height={270} />}
        {data && !buckets.some((bucket) => bucket.count > 0) && <Empty title="No store became ready in this time" />}
        {buckets.some((bucket) => bucket.count > 0) && <TimesChart buckets={evenly(buckets, data?.bucketMillis ?? 1)} />}
      </div>
      {buckets.length > 0 && <TimesTable buckets={buckets} />}
    </Panel>
  )
}
