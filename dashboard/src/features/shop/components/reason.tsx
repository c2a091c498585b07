import type { PropsWithChildren } from "react"
import type { Store } from "@/api/types"
import { Moment } from "@/components/moment"
import { Panel } from "@/components/panel"
import css from "./reason.module.css"

const TITLES: Record<string, string> = {
  failed: "Why it failed",
  degraded: "Why it does not sell right now",
  delete_failed: "Why it cannot be deleted yet",
}

/** The reason as a sentence, and what to do about it. */
export function Reason({ store, children }: PropsWithChildren<{ store: Store }>) {
  const since = store.timeline?.findLast((entry) => entry.step === store.status)?.at
  const tone = store.status === "degraded" ? "warn" : "bad"
  return (
    <Panel title={TITLES[store.status] ?? "Why"} tone={tone} aside={since && <Moment at={since} />}>
      <p className={css.sentence}>{store.error_reason ?? "No reason was given."}</p>
      {store.reason?.remedy && <p className={css.remedy}><strong>What to do.</strong> {store.reason.remedy}</p>}
      {store.status === "degraded" && <p className={css.remedy}>Its data is untouched. As soon as it answers again it is shown as ready by itself.</p>}
      {children && <div className={css.actions}>{children}</div>}
    </Panel>
  )
}
