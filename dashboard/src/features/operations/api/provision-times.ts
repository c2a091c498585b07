import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { answer, client } from "@/api/client"

export const useProvisionTimes = (since: string) =>
  useQuery({
    queryKey: ["provision-times", since],
    queryFn: ({ signal }) => answer(client.GET("/platform/provision-times", { params: { query: { since } }, signal })),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })
