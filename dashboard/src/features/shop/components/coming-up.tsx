import type { Store } from "@/api/types"
import { Panel } from "@/components/panel"
import { useWorkloads } from "../api/workloads"
import { stepsOf } from "../steps"
import { Estimate } from "./estimate"
import css from "./layout.module.css"
import { StepList } from "./step-list"
import { PodsPanel } from "./pods-panel"

/** A store on its way: its steps as they happen, and its pods. */
export function ComingUp({ store }: { store: Store }) {
  const { data: workloads } = useWorkloads(store)
  return (
    <div className={css.two}>
      <Panel title="Coming up" aside={store.attempt > 1 ? `Attempt ${store.attempt}` : undefined}>
        <Estimate store={store} />
        <StepList steps={stepsOf(store, workloads)} />
      </Panel>
      <PodsPanel store={store} />
    </div>
  )
}
