import { Button, Modal } from "@mantine/core"
import type { Store } from "@/api/types"
import { ToneBadge } from "@/components/status-badge"
import { Trouble } from "@/components/trouble"
import { useRetryStore } from "@/features/stores/api/store-commands"
import { isGoing } from "@/lib/status"
import css from "./dialog.module.css"

/** What a retry will do, before it does. */
export function RetryDialog({ store, onClose }: { store: Store; onClose: () => void }) {
  const { mutate, isPending, error } = useRetryStore()
  const { does, keepsData } = store.retry ?? { does: "Tries the same again.", keepsData: null }
  // Of a deletion nothing is kept; its sentence says so.
  const going = isGoing(store.status)
  return (
    <Modal opened onClose={onClose} title={going ? `Delete ${store.name} now?` : `Retry ${store.name}?`}>
      <div className={css.form}>
        <p>{does}</p>
        {!going && keepsData === true && <p><ToneBadge tone="good">The shop’s data stays</ToneBadge></p>}
        {!going && keepsData === false && <p><ToneBadge tone="quiet">Begins from empty volumes</ToneBadge></p>}
        {error && <Trouble what="It was not retried." error={error} />}
        <div className={css.buttons}>
          <Button variant="default" onClick={onClose}>Cancel</Button>
          <Button data-autofocus loading={isPending} onClick={() => mutate(store.id, { onSuccess: onClose })}>Retry now</Button>
        </div>
      </div>
    </Modal>
  )
}
