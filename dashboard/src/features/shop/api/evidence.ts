import { useQuery } from "@tanstack/react-query"
import { answer, client } from "@/api/client"
import type { Store } from "@/api/types"

/** What was seen each time it failed, newest first. It may be written a moment after the status changed. */
export const useEvidence = ({ id, timeline }: Store) =>
  useQuery({
    queryKey: ["evidence", id, timeline?.at(-1)?.id],
    queryFn: async ({ signal }) => (await answer(client.GET("/stores/{id}/evidence", { params: { path: { id } }, signal }))).evidence,
    refetchInterval: ({ state }) => (state.data?.length === 0 && state.dataUpdateCount < 10 ? 3_000 : false),
  })
