import { Skeleton } from "@mantine/core"
import type { Workloads } from "@/api/types"
import { Panel } from "@/components/panel"
import { bytes } from "@/lib/units"
import css from "./left.module.css"
import { PodList } from "./pod-list"

/** What of the store is still there, and what holds it, in Kubernetes' own words. */
export function Left({ workloads }: { workloads: Workloads | undefined }) {
  const { pods = [], volumes = [], holding = [] } = workloads ?? {}
  return (
    <div className={css.column}>
      {holding.length > 0 && (
        <Panel title="What holds it" tone="warn">
          <div role="status"><ul className={css.holding}>{holding.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul></div>
        </Panel>
      )}
      <Panel title="What is left">
        {!workloads && <Skeleton height={40} />}
        {workloads && pods.length + volumes.length === 0 && <p className="dimmed">No pods and no volumes.</p>}
        {pods.length > 0 && <PodList pods={pods} />}
        <ul className={css.volumes}>
          {volumes.map((volume) => (
            <li key={volume.name}><span className="mono">{volume.name}</span><span className="dimmed numbers">{bytes(volume.requestedBytes)}</span></li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
