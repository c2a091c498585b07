import { useQuery } from "@tanstack/react-query"
import { answer, client } from "@/api/client"

/** How long stores of this engine usually take; undefined until one was ready. */
export const useTypical = (engine: string) =>
  useQuery({
    queryKey: ["typical"],
    queryFn: async ({ signal }) => (await answer(client.GET("/platform/provision-times", { params: { query: { since: "P7D" } }, signal }))).typical,
    select: (typical) => typical?.[engine],
    staleTime: 60_000,
  })
