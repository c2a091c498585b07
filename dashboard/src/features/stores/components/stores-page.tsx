import { getRouteApi } from "@tanstack/react-router"
import { useMemo } from "react"
import { Empty } from "@/components/empty"
import { Page } from "@/components/page"
import { Trouble } from "@/components/trouble"
import { count } from "@/lib/units"
import { useStores } from "../api/list-stores"
import { clean, type Filters, isFiltered } from "../filters"
import { useChosen } from "../use-chosen"
import { BulkBar } from "./bulk-bar"
import { FirstVisit } from "./first-visit"
import { ListSkeleton } from "./list-skeleton"
import { StatusFilter } from "./status-filter"
import { StoreList } from "./store-list"
import { Toolbar } from "./toolbar"

const route = getRouteApi("/")

export function StoresPage() {
  const filters = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, isPending, isPlaceholderData, refetch, ...pages } = useStores(filters)
  const stores = useMemo(() => data?.pages.flatMap((page) => page.stores ?? []) ?? [], [data])
  const chosen = useChosen(stores)
  const first = data?.pages[0]
  const filter = (change: Partial<Record<keyof Filters, string | undefined>>) =>
    void navigate({ search: (before) => clean({ ...(before as Required<Filters>), ...change }), replace: true })

  if (first && first.total === 0 && !isFiltered(filters) && none(first.counts)) return <FirstVisit />
  return (
    <Page title="Stores" lead={<span role="status">{first ? count(first.total ?? stores.length, "store") : "\u00a0"}</span>}>
      <Toolbar filters={filters} onChange={filter} />
      <StatusFilter chosen={filters.status} counts={first?.counts} onChange={(status) => filter({ status })} />
      {error && <Trouble what="The stores could not be read." error={error} again={() => void refetch()} />}
      {isPending && !error && <ListSkeleton />}
      {data && stores.length === 0 && (
        <Empty title="No store matches">
          <p>Try fewer words or another status.</p>
        </Empty>
      )}
      {stores.length > 0 && <StoreList stores={stores} chosen={chosen} stale={isPlaceholderData} total={first?.total ?? stores.length} pages={pages} />}
      <BulkBar chosen={chosen} />
    </Page>
  )
}

const none = (counts: Record<string, number> | undefined) => Object.values(counts ?? {}).every((each) => each === 0)
