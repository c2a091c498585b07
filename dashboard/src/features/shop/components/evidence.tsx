import { NativeSelect, Skeleton } from "@mantine/core"
import { useState } from "react"
import type { Store } from "@/api/types"
import { Panel } from "@/components/panel"
import { Trouble } from "@/components/trouble"
import { humanised } from "@/lib/status"
import { clock } from "@/lib/time"
import { useEvidence } from "../api/evidence"
import { CaptureView } from "./capture-view"

/** What was seen when it failed: the latest time, or an earlier one. */
export function Evidence({ store }: { store: Store }) {
  const { data, error, isPending, refetch } = useEvidence(store)
  const [wanted, setWanted] = useState("")
  const capture = data?.find(({ id }) => id === wanted) ?? data?.[0]
  const choices = (data ?? []).map(({ id, at, status, attempt }) => ({ value: id, label: `${humanised(status)} at ${clock(new Date(at))}, attempt ${attempt}` }))
  const choice = choices.length > 1 && (
    <NativeSelect size="xs" aria-label="Which time" data={choices} value={capture?.id ?? ""} onChange={(event) => setWanted(event.currentTarget.value)} />
  )
  return (
    <Panel title="What was seen" aside={choice}>
      {error && !data && <Trouble what="The evidence could not be read." error={error} again={() => void refetch()} />}
      {isPending && !error && <Skeleton height={220} />}
      {data?.length === 0 && <p className="dimmed">Nothing was captured yet. It appears here by itself.</p>}
      {capture && <CaptureView capture={capture} />}
    </Panel>
  )
}
