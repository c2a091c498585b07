import { Button, CloseButton } from "@mantine/core"
import { useState } from "react"
import { count } from "@/lib/units"
import { mayDelete } from "@/lib/status"
import type { Chosen } from "../use-chosen"
import css from "./bulk-bar.module.css"
import { BulkDialog, type BulkKind } from "./bulk-dialog"

/** What can be done with the chosen stores. */
export function BulkBar({ chosen }: { chosen: Chosen }) {
  const [asked, setAsked] = useState<BulkKind | null>(null)
  const retryable = chosen.stores.filter((store) => store.retry?.allowed)
  const deletable = chosen.stores.filter((store) => mayDelete(store.status))
  const close = (done: boolean) => {
    setAsked(null)
    if (done) chosen.clear()
  }
  if (chosen.stores.length === 0 && !asked) return null
  return (
    <>
      <div className={css.bar} role="region" aria-label="Chosen stores">
        <span role="status">{count(chosen.stores.length, "store")} chosen</span>
        <Button size="xs" variant="default" disabled={retryable.length === 0} onClick={() => setAsked("retry")}>
          Retry {retryable.length > 0 && retryable.length}
        </Button>
        <Button size="xs" variant="default" disabled={deletable.length === 0} onClick={() => setAsked("delete")} className={css.delete}>
          Delete {deletable.length > 0 && deletable.length}
        </Button>
        <CloseButton aria-label="Choose none" onClick={chosen.clear} />
      </div>
      {asked && <BulkDialog kind={asked} stores={asked === "retry" ? retryable : deletable} onClose={close} />}
    </>
  )
}
