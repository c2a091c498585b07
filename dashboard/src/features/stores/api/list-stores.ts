import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { answer, client } from "@/api/client"
import { LISTS } from "@/live/cache"
import { useFallbackInterval } from "@/live/live-provider"
import { type Filters, listed } from "../filters"

const PAGE = 50

async function listStores(filters: Filters, cursor: string | undefined, signal: AbortSignal) {
  const query = {
    limit: PAGE,
    ...(filters.status ? { status: listed(filters.status) } : {}),
    ...(filters.engine ? { engine: listed(filters.engine) } : {}),
    ...(filters.q ? { q: filters.q } : {}),
    ...(filters.sort ? { sort: filters.sort } : {}),
    ...(cursor ? { cursor } : {}),
  }
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
