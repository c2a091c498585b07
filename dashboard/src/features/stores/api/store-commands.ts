import { useMutation, useQueryClient } from "@tanstack/react-query"
import { answer, client } from "@/api/client"
import type { Store } from "@/api/types"
import { freshKey } from "@/lib/key"
import { LISTS, storeKey } from "@/live/cache"

/** The key makes a repeat of the same wish (a lost answer, a double click) do nothing twice. */
const wish = (id: string, key: string) => ({ params: { path: { id } }, headers: { "Idempotency-Key": key } })

export const retryStore = (id: string, key = freshKey()) => answer(client.POST("/stores/{id}/retry", wish(id, key)))
export const deleteStore = (id: string, key = freshKey()) => answer(client.DELETE("/stores/{id}", wish(id, key)))

export type Change = { name?: string; plan?: string }

/** Refused with `changed-meanwhile` when the store is no longer as it was when the person looked at it. */
export const changeStore = (seen: Store, change: Change) =>
  answer(client.PATCH("/stores/{id}", { params: { path: { id: seen.id } }, headers: { "If-Match": `"${seen.version}"` }, body: change }))

function useCommand<Wish>(command: (wish: Wish) => Promise<Store>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: command,
    onSuccess: (store) => {
      queries.setQueryData(storeKey(store.id), store)
      void queries.invalidateQueries({ queryKey: LISTS })
    },
  })
}

export const useRetryStore = () => useCommand((id: string) => retryStore(id))
export const useDeleteStore = () => useCommand((id: string) => deleteStore(id))
export const useChangeStore = () => useCommand(({ seen, change }: { seen: Store; change: Change }) => changeStore(seen, change))
