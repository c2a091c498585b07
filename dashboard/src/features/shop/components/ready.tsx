import type { Store } from "@/api/types"
import { Moment } from "@/components/moment"
import { Fact, Facts, Panel } from "@/components/panel"
import { duration } from "@/lib/time"
import { useWorkloads } from "../api/workloads"
import { stepsOf } from "../steps"
import { Credentials } from "./credentials"
import { LastCheck } from "./last-check"
import css from "./layout.module.css"
import { Links } from "./links"
import { PodsPanel } from "./pods-panel"
import { StepList } from "./step-list"
import { UsagePanel } from "./usage-panel"

/** A shop that sells: how to get to it, how it is doing. */
export function Ready({ store }: { store: Store }) {
  const { data: workloads } = useWorkloads(store)
  return (
    <div className={css.two}>
      <div className={css.column}>
        <Panel title="Your shop">
          <Links urls={store.urls ?? {}} />
          <LastCheck store={store} />
        </Panel>
        <Panel title="Admin login"><Credentials id={store.id} /></Panel>
        <PodsPanel store={store} />
      </div>
      <div className={css.column}>
        <Panel title="About">
          <Facts>
            <Fact name="Created"><Moment at={store.created} /></Fact>
            <Fact name="Ready after">{store.readyAfterMillis == null ? "–" : duration(store.readyAfterMillis)}</Fact>
            <Fact name="Engine">{store.engine} {store.engineVersion}</Fact>
            <Fact name="Owner">{store.owner}</Fact>
            <Fact name="Namespace"><span className="mono">{store.namespace}</span></Fact>
          </Facts>
        </Panel>
        <UsagePanel store={store} />
        <Panel title="How it came up" aside={store.attempt > 1 ? `Attempt ${store.attempt}` : undefined}>
          <StepList steps={stepsOf(store, workloads)} />
        </Panel>
      </div>
    </div>
  )
}
