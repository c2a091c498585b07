import type { Bucket } from "@/api/types"
import { duration, exactly } from "@/lib/time"
import css from "./times-chart.module.css"

const NAME = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" })
const said = (millis: number | null) => (millis === null ? "–" : duration(millis))

/** The chart in numbers. */
export function TimesTable({ buckets }: { buckets: Bucket[] }) {
  return (
    <details className={css.table}>
      <summary>Show as a table</summary>
      <div className={css.scroll} tabIndex={0} role="region" aria-label="Times until ready">
        <table>
          <thead><tr><th scope="col">From</th><th scope="col">Stores</th><th scope="col">Median</th><th scope="col">95th percentile</th></tr></thead>
          <tbody>
            {buckets.filter((bucket) => bucket.count > 0).map((bucket) => (
              <tr key={bucket.from}>
                <td title={exactly(new Date(bucket.from))}>{NAME.format(new Date(bucket.from))}</td>
                <td>{bucket.count}</td>
                <td>{said(bucket.medianMillis)}</td>
                <td>{said(bucket.p95Millis)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
