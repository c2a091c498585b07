import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { answer, client } from "@/api/client"
import type { paths } from "@/api/schema"
import { LISTS } from "@/live/cache"
import { useFallbackInterval } from "@/live/live-provider"
import { type Filters, listed } from "../filters"

const PAGE = 50

type Query = NonNullable<paths["/stores"]["get"]["parameters"]["query"]>

/** Words of an address that the API does not know are refused by the API, which says so better than we could. */
async function listStores(filters: Filters, cursor: string | undefined, signal: AbortSignal) {
  const { status, engine, q, sort } = filters
  const query = {
    limit: PAGE,
    ...(status ? { status: listed(status) } : {}),
    ...(engine ? { engine: listed(engine) } : {}),
    ...(q ? { q } : {}),
    ...(sort ? { sort } : {}),
    ...(cursor ? { cursor } : {}),
  } as Query
  // The API reads commas as well as repeats; commas keep addresses short.
  const querySerializer = (given: object) => new URLSearchParams(Object.entries(given).map(([key, value]) => [key, String(value)])).toString()
  return answer(client.GET("/stores", { params: { query }, querySerializer, signal }))
}

const listQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: [...LISTS, filters],
    queryFn: ({ pageParam, signal }) => listStores(filters, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

/** Stores as filtered, a page at a time. */
export function useStores(filters: Filters) {
  return useInfiniteQuery({ ...listQuery(filters), refetchInterval: useFallbackInterval() })
}
