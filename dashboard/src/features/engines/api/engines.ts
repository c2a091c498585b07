import { queryOptions, useQuery } from "@tanstack/react-query"
import { answer, client } from "@/api/client"

export const enginesQuery = queryOptions({
  queryKey: ["engines"],
  queryFn: async ({ signal }) => (await answer(client.GET("/engines", { signal }))).engines,
  staleTime: 5 * 60_000,
})

export const platformQuery = queryOptions({
  queryKey: ["platform"],
  queryFn: ({ signal }) => answer(client.GET("/platform", { signal })),
  staleTime: 5 * 60_000,
})

export const useEngines = () => useQuery(enginesQuery)
export const usePlatform = () => useQuery(platformQuery)
