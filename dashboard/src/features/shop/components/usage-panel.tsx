import { Skeleton } from "@mantine/core"
import type { Store } from "@/api/types"
import { Meter } from "@/components/meter"
import { Panel } from "@/components/panel"
import { bytes, cores } from "@/lib/units"
import { useWorkloads } from "../api/workloads"
import css from "./usage-panel.module.css"

/** What the store takes of what its plan gives. */
export function UsagePanel({ store }: { store: Store }) {
  const { data, error } = useWorkloads(store)
  const quota = data?.quota
  const known = quota && Object.values(quota).some(Boolean)
  return (
    <Panel title="Resources" aside={`Plan ${store.plan}`}>
      <div className={css.usage}>
        {!data && !error && <Skeleton height={150} />}
        {(error && !data) || (data && !known) ? <p className="dimmed">Not known right now.</p> : null}
        {quota?.cpu && <Meter name="Processor" used={quota.cpu.used} of={quota.cpu.hard} show={cores} />}
        {quota?.memory && <Meter name="Memory" used={quota.memory.used} of={quota.memory.hard} show={bytes} />}
        {quota?.storage && <Meter name="Disk" used={quota.storage.used} of={quota.storage.hard} show={bytes} />}
        {quota?.pods && <Meter name="Pods" used={quota.pods.used} of={quota.pods.hard} show={String} />}
      </div>
    </Panel>
  )
}
