import { Button, Modal, TextInput } from "@mantine/core"
import { useState } from "react"
import type { Store } from "@/api/types"
import { count } from "@/lib/units"
import { useBulk } from "../use-bulk"
import css from "./bulk-dialog.module.css"

export type BulkKind = "retry" | "delete"
type Props = { kind: BulkKind; stores: Store[]; onClose: (done: boolean) => void }

/** Says what will happen to each store before anything does; then, one after the other, what did. */
export function BulkDialog({ kind, stores: given, onClose }: Props) {
  const [stores] = useState(given)
  const [typed, setTyped] = useState("")
  const bulk = useBulk(kind, stores)
  const many = count(stores.length, "store")
  const wanted = `delete ${many}`
  const sure = kind === "retry" || typed.trim().toLowerCase() === wanted
  return (
    <Modal opened onClose={() => onClose(bulk.done)} title={kind === "retry" ? `Retry ${many}?` : `Delete ${many}?`} size="lg" closeOnClickOutside={!bulk.busy}>
      {kind === "delete" && <p className={css.intro}>Everything in them goes for good: products, orders, customers, pictures.</p>}
      <ul className={css.list} tabIndex={0} aria-label="Stores">
        {stores.map((store) => (
          <li key={store.id}>
            <strong>{store.name}</strong>
            <span>{bulk.said[store.id] ?? (kind === "retry" ? store.retry?.does : store.host)}</span>
          </li>
        ))}
      </ul>
      <p role="status" className={css.sum}>{bulk.sum}</p>
      {kind === "delete" && !bulk.done && (
        <TextInput data-autofocus label={<>Type <strong>{wanted}</strong> to go on</>} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} autoComplete="off" disabled={bulk.busy} />
      )}
      <div className={css.buttons}>
        <Button variant="default" disabled={bulk.busy} onClick={() => onClose(bulk.done)}>{bulk.done ? "Close" : "Cancel"}</Button>
        {!bulk.done && (
          <Button color={kind === "delete" ? "red" : "pine"} disabled={!sure} loading={bulk.busy} onClick={() => void bulk.run()}>
            {kind === "retry" ? `Retry ${many}` : `Delete ${many}`}
          </Button>
        )}
      </div>
    </Modal>
  )
}
