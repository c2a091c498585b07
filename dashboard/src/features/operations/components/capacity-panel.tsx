import { Skeleton } from "@mantine/core"
import type { PlatformHealth } from "@/api/types"
import { Meter } from "@/components/meter"
import { Panel } from "@/components/panel"
import { bytes, cores, count } from "@/lib/units"
import css from "./layout.module.css"

/** What is promised to pods of what the cluster can give. */
export function CapacityPanel({ health }: { health: PlatformHealth | undefined }) {
  const capacity = health?.capacity
  return (
    <Panel title="Capacity" aside={capacity && `${count(capacity.nodes, "node")}${capacity.simulated ? ", simulated" : ""}`}>
      {!health && <Skeleton height={140} />}
      {health && !capacity && <p className="dimmed">Not known: the cluster or its watcher does not answer.</p>}
      {capacity && (
        <div className={css.meters}>
          <Meter name="Processor" used={capacity.cpu.requested} of={capacity.cpu.allocatable} show={cores} />
          <Meter name="Memory" used={capacity.memory.requested} of={capacity.memory.allocatable} show={bytes} />
          <Meter name="Pods" used={capacity.pods.requested} of={capacity.pods.allocatable} show={String} />
        </div>
      )}
    </Panel>
  )
}
