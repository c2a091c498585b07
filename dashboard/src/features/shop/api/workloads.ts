import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { answer, client } from "@/api/client"
import type { Store } from "@/api/types"
import { meaning } from "@/lib/status"

const WHILE_MOVING = 2_500

/** What runs in the store's namespace: asked for again and again while the store moves and somebody looks, else once per status. */
export const useWorkloads = ({ id, status, attempt }: Store) =>
  useQuery({
    queryKey: ["workloads", id, status, attempt],
    queryFn: ({ signal }) => answer(client.GET("/stores/{id}/workloads", { params: { path: { id } }, signal })),
    enabled: status !== "deleted",
    refetchInterval: meaning(status).settled && status !== "delete_failed" ? false : WHILE_MOVING,
    refetchIntervalInBackground: false,
    placeholderData: keepPreviousData,
  })
