import { Button } from "@mantine/core"
import { useState } from "react"
import type { Store } from "@/api/types"
import { Icon } from "@/components/icon"
import { shopLink } from "@/lib/links"
import { isGoing, mayDelete } from "@/lib/status"
import { ChangeDialog } from "./change-dialog"
import { DeleteDialog } from "./delete-dialog"

export function ShopActions({ store }: { store: Store }) {
  const [changing, setChanging] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const shop = shopLink(store.urls?.shop)
  return (
    <>
      {store.status === "ready" && shop && (
        <Button component="a" href={shop} target="_blank" rel="noreferrer" rightSection={<Icon name="outside" size={16} />}>Open shop</Button>
      )}
      {!isGoing(store.status) && (
        <Button variant="default" leftSection={<Icon name="pen" size={16} />} onClick={() => setChanging(true)}>Change…</Button>
      )}
      {mayDelete(store.status) && store.status !== "delete_failed" && (
        <Button variant="default" leftSection={<Icon name="trash" size={16} />} onClick={() => setDeleting(true)}>Delete</Button>
      )}
      {changing && <ChangeDialog store={store} onClose={() => setChanging(false)} />}
      {deleting && <DeleteDialog store={store} onClose={() => setDeleting(false)} />}
    </>
  )
}
