import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { answer, client } from "@/api/client"

const DEAD_LETTERS = ["dead-letters"] as const

export const useDeadLetters = () =>
  useQuery({
    queryKey: DEAD_LETTERS,
    queryFn: ({ signal }) => answer(client.GET("/dead-letters", { params: { query: { limit: 100 } }, signal })),
    refetchInterval: 15_000,
  })

export const useDeadLetter = (id: string) =>
  useQuery({
    queryKey: [...DEAD_LETTERS, id],
    queryFn: ({ signal }) => answer(client.GET("/dead-letters/{id}", { params: { path: { id } }, signal })),
  })

/** Sends a dead letter to its topic again, or remembers that it needs nothing. */
export function useHandleDeadLetter(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ how, note }: { how: "redrive" | "discard"; note: string }) => {
      const wish = { params: { path: { id } }, body: { note } }
      return answer(how === "redrive" ? client.POST("/dead-letters/{id}/redrive", wish) : client.POST("/dead-letters/{id}/discard", wish))
    },
    // Also after a refusal: somebody else may have handled it.
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: DEAD_LETTERS })
      void queries.invalidateQueries({ queryKey: ["health"] })
    },
  })
}
