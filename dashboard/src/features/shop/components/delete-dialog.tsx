import { Button, Modal, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import type { Store } from "@/api/types"
import { Trouble } from "@/components/trouble"
import { useDeleteStore } from "@/features/stores/api/store-commands"
import css from "./dialog.module.css"

/** Deleting is for good, so the store's name has to be typed. */
export function DeleteDialog({ store, onClose }: { store: Store; onClose: () => void }) {
  const [typed, setTyped] = useState("")
  const { mutate, isPending, error } = useDeleteStore()
  const sure = typed.normalize("NFC").trim() === store.name
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (sure && !isPending) mutate(store.id, { onSuccess: onClose })
  }
  return (
    <Modal opened onClose={onClose} title={`Delete ${store.name}?`}>
      <form onSubmit={submit} className={css.form}>
        <p>The shop and everything in it goes for good: products, orders, customers, pictures, passwords. There is no way back.</p>
        <TextInput
          data-autofocus autoComplete="off" spellCheck={false} value={typed} onChange={(event) => setTyped(event.currentTarget.value)}
          label={<>Type <strong className={css.wanted}>{store.name}</strong> to go on</>}
        />
        {error && <Trouble what="It was not deleted." error={error} />}
        <div className={css.buttons}>
          <Button variant="default" onClick={onClose}>Keep it</Button>
          <Button type="submit" color="red" disabled={!sure} loading={isPending}>Delete for good</Button>
        </div>
      </form>
    </Modal>
  )
}
