import { Button } from "@mantine/core"
import { useState } from "react"
import type { Store } from "@/api/types"
import { Icon } from "@/components/icon"
import { Panel } from "@/components/panel"
import { useNow } from "@/lib/now"
import { running } from "@/lib/time"
import { useWorkloads } from "../api/workloads"
import { goingSteps } from "../going-steps"
import css from "./layout.module.css"
import { Left } from "./left"
import { ReceiptView } from "./receipt-view"
import { Reason } from "./reason"
import { RetryDialog } from "./retry-dialog"
import { StepList } from "./step-list"

/** A store on its way out, or gone: what still goes, what holds it, the receipt. */
export function Going({ store }: { store: Store }) {
  const [retrying, setRetrying] = useState(false)
  if (store.status === "deleted") return <ReceiptView store={store} />
  return (
    <>
      {store.status === "delete_failed" && (
        <Reason store={store}>
          <Button disabled={store.retry?.allowed === false} leftSection={<Icon name="refresh" size={16} />} onClick={() => setRetrying(true)}>Try to delete again…</Button>
          <span className="dimmed">{store.retry?.does}</span>
        </Reason>
      )}
      <Progress store={store} />
      {retrying && <RetryDialog store={store} onClose={() => setRetrying(false)} />}
    </>
  )
}

function Progress({ store }: { store: Store }) {
  const { data: workloads, error } = useWorkloads(store)
  const begun = store.timeline?.findLast((entry) => entry.step === "deleting")?.at
  const now = useNow()
  return (
    <div className={css.two}>
      <Panel title={store.status === "deleting" ? "Being deleted" : "How far it came"} aside={begun && <span className="numbers">{running(Math.max(0, now - Date.parse(begun)))}</span>}>
        <StepList steps={goingSteps(store, workloads)} />
        {error && !workloads && <p className="dimmed">What is left cannot be seen right now: {error.message} Deletion goes on.</p>}
      </Panel>
      <Left workloads={workloads} />
    </div>
  )
}
