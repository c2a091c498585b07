import type { InfiniteData, QueryClient } from "@tanstack/react-query"
import type { Store, StorePage } from "@/api/types"

export const storeKey = (id: string) => ["store", id] as const
export const LISTS = ["stores"] as const

/** After the stream opened: stores may have changed before it did; and everything else, when it was away. */
export function refresh(client: QueryClient, everything: boolean): void {
  const stores = (key: unknown) => key === "store" || key === "stores"
  void client.invalidateQueries({ predicate: ({ queryKey }) => everything || stores(queryKey[0]) })
}

const EVERY = 1_500

const looksLikeStore = (value: unknown): value is Store =>
  typeof value === "object" && value !== null && typeof (value as Store).id === "string" && typeof (value as Store).status === "string"

/** Writes what the stream tells into what the pages show. Lists are asked for again, too, but not more often than bearable. */
export function cacheWriter(client: QueryClient) {
  let waiting: number | undefined

  const refreshLists = () => {
    waiting ??= window.setTimeout(() => {
      waiting = undefined
      void client.invalidateQueries({ queryKey: LISTS })
    }, EVERY)
  }

  return (store: Store) => {
    if (!looksLikeStore(store)) throw new TypeError("no store")
    client.setQueryData(storeKey(store.id), store)
    client.setQueriesData<InfiniteData<StorePage>>({ queryKey: LISTS }, (lists) => lists && withStore(lists, store))
    refreshLists()
  }
}

/** The list with the store as it is now; whether it still belongs there, the next answer tells. */
function withStore(lists: InfiniteData<StorePage>, store: Store): InfiniteData<StorePage> {
  const pages = lists.pages.map((page) => ({ ...page, stores: page.stores.map((each) => (each.id === store.id ? store : each)) }))
  return { ...lists, pages }
}
