import { useQuery } from "@tanstack/react-query"
import { answer, client } from "@/api/client"

const EVERY = 5_000

export const useHealth = () =>
  useQuery({
    queryKey: ["health"],
    queryFn: ({ signal }) => answer(client.GET("/platform/health", { signal })),
    refetchInterval: EVERY,
    retry: false,
  })
