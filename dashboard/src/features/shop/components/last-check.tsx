import { Skeleton } from "@mantine/core"
import type { Store } from "@/api/types"
import { Icon } from "@/components/icon"
import { Moment } from "@/components/moment"
import { useWorkloads } from "../api/workloads"
import css from "./last-check.module.css"

/** Whether the shop front answered when it was last asked, and when an order was last found possible. */
export function LastCheck({ store }: { store: Store }) {
  const { data, error } = useWorkloads(store)
  if (error && !data) return <p className={css.check} data-tone="quiet"><Icon name="dots" /> <span>The watcher does not answer, so the last check is not known. {error.message}</span></p>
  if (!data) return <Skeleton height={62} mt={14} />
  const check = data.lastCheck
  if (!check) return <p className={css.check} data-tone="quiet"><Icon name="dots" /> <span>Not checked since the watcher started.</span></p>
  return (
    <div className={css.check} data-tone={check.ok ? "good" : "warn"}>
      <Icon name={check.ok ? "check" : "warning"} />
      <div>
        <p className={css.said}>{check.ok ? "The shop front answers" : (check.detail ?? "The shop front did not answer as it should")}</p>
        <p className={css.when}>
          Checked <Moment at={check.at} />
          {check.lastSaleCheckAt && <> · an order could be placed <Moment at={check.lastSaleCheckAt} /></>}
        </p>
      </div>
    </div>
  )
}
