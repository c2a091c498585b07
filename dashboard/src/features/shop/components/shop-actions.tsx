import { Button } from "@mantine/core"
import { useState } from "react"
import type { Store } from "@/api/types"
import { Icon } from "@/components/icon"
import { shopLink } from "@/lib/links"
import { mayDelete } from "@/lib/status"
import { DeleteDialog } from "./delete-dialog"

export function ShopActions({ store }: { store: Store }) {
  const [deleting, setDeleting] = useState(false)
  const shop = shopLink(store.urls?.shop)
  return (
    <>
      {store.status === "ready" && shop && (
        <Button component="a" href={shop} target="_blank" rel="noreferrer" rightSection={<Icon name="outside" size={16} />}>Open shop</Button>
      )}
      {mayDelete(store.status) && store.status !== "delete_failed" && (
        <Button variant="default" leftSection={<Icon name="trash" size={16} />} onClick={() => setDeleting(true)}>Delete</Button>
      )}
      {deleting && <DeleteDialog store={store} onClose={() => setDeleting(false)} />}
    </>
  )
}
