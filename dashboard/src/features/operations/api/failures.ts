import { useQuery } from "@tanstack/react-query"
import { answer, client } from "@/api/client"

export const useFailures = (since: string) =>
  useQuery({
    queryKey: ["failures", since],
    queryFn: async ({ signal }) => (await answer(client.GET("/platform/failures", { params: { query: { since } }, signal }))).failures,
    refetchInterval: 30_000,
  })
