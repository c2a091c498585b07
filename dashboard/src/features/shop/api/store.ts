import { useQuery } from "@tanstack/react-query"
import { answer, client } from "@/api/client"
import { storeKey } from "@/live/cache"
import { useFallbackInterval } from "@/live/live-provider"

/** The store; the live stream keeps it fresh. */
export const useStore = (id: string) =>
  useQuery({
    queryKey: storeKey(id),
    queryFn: ({ signal }) => answer(client.GET("/stores/{id}", { params: { path: { id } }, signal })),
    refetchInterval: useFallbackInterval(),
  })
