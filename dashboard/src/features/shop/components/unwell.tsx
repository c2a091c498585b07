import { Button } from "@mantine/core"
import { useState } from "react"
import type { Store } from "@/api/types"
import { Icon } from "@/components/icon"
import { Panel } from "@/components/panel"
import { useWorkloads } from "../api/workloads"
import { stepsOf } from "../steps"
import { Credentials } from "./credentials"
import { Evidence } from "./evidence"
import css from "./layout.module.css"
import { Links } from "./links"
import { PodsPanel } from "./pods-panel"
import { Reason } from "./reason"
import { RetryDialog } from "./retry-dialog"
import { StepList } from "./step-list"

/** A store that failed or is degraded: why, what to do, what was seen. */
export function Unwell({ store }: { store: Store }) {
  const [retrying, setRetrying] = useState(false)
  const { data: workloads } = useWorkloads(store)
  const degraded = store.status === "degraded"
  return (
    <>
      <Reason store={store}>
        <Button disabled={store.retry?.allowed === false} leftSection={<Icon name="refresh" size={16} />} onClick={() => setRetrying(true)}>Retry…</Button>
        <span className="dimmed">{store.retry?.does}</span>
      </Reason>
      <div className={css.two}>
        <div className={css.column}>
          <Evidence store={store} />
        </div>
        <div className={css.column}>
          <Panel title={degraded ? "How it came up" : "How far it came"} aside={store.attempt > 1 ? `Attempt ${store.attempt}` : undefined}><StepList steps={stepsOf(store, workloads)} /></Panel>
          {degraded && <Panel title="Your shop"><Links urls={store.urls ?? {}} /></Panel>}
          {degraded && <Panel title="Admin login"><Credentials id={store.id} /></Panel>}
          <PodsPanel store={store} />
        </div>
      </div>
      {retrying && <RetryDialog store={store} onClose={() => setRetrying(false)} />}
    </>
  )
}
