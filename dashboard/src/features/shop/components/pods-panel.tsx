import { Skeleton } from "@mantine/core"
import type { Store } from "@/api/types"
import { Panel } from "@/components/panel"
import { Trouble } from "@/components/trouble"
import { useWorkloads } from "../api/workloads"
import { PodList } from "./pod-list"

export function PodsPanel({ store }: { store: Store }) {
  const { data, error, isPending, refetch } = useWorkloads(store)
  return (
    <Panel title="Pods" aside={data ? (data.pods ?? []).length : undefined}>
      {error && !data && <Trouble what="The pods could not be read." error={error} again={() => void refetch()} />}
      {isPending && !error && <><Skeleton height={36} mb={12} /><Skeleton height={36} /></>}
      {data && <PodList pods={data.pods ?? []} />}
    </Panel>
  )
}
