import { Button, Checkbox } from "@mantine/core"
import type { Store } from "@/api/types"
import { Trouble } from "@/components/trouble"
import type { Chosen } from "../use-chosen"
import css from "./store-list.module.css"
import { StoreRow } from "./store-row"

type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; isFetchNextPageError: boolean; fetchNextPage: () => unknown }
type Props = { stores: Store[]; chosen: Chosen; stale: boolean; total: number; pages: Pages }

/** The stores, a row each. Rows out of sight cost nothing (content-visibility), so hundreds are fine. */
export function StoreList({ stores, chosen, stale, total, pages }: Props) {
  const some = chosen.stores.length > 0
  const all = chosen.stores.length === stores.length
  return (
    <div className={css.list} aria-busy={stale}>
      <div className={css.head}>
        <Checkbox aria-label={`Choose all ${stores.length} stores shown`} checked={all} indeterminate={some && !all} onChange={() => chosen.all(!all)} />
        <span>Store</span>
        <span>Status</span>
        <span>Ready after</span>
        <span>Created</span>
      </div>
      <ul aria-label="Stores">
        {stores.map((store) => (
          <StoreRow key={store.id} store={store} chosen={chosen.has(store.id)} onChoose={() => chosen.toggle(store.id)} />
        ))}
      </ul>
      {pages.isFetchNextPageError && <Trouble what="The next stores could not be read." error="Try again in a moment." />}
      <div className={css.foot}>
        <span>{stores.length.toLocaleString()} of {total.toLocaleString()} shown</span>
        {pages.hasNextPage && (
          <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>Show more</Button>
        )}
      </div>
    </div>
  )
}
