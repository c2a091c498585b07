import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import { answer, client } from "@/api/client"
import { freshKey } from "@/lib/key"
import { LISTS, storeKey } from "@/live/cache"

export type Wish = { name: string; engine: string; plan: string }

/**
 * Creates the store of one form. However often it is asked: one wish has one key, so it makes one store, also when an answer
 * was lost. Another wish (the person corrected the name) has another.
 */
export function useCreateStore() {
  const queries = useQueryClient()
  const known = useRef({ wish: "", key: "" })
  const busy = useRef(false)
  const { mutate, ...state } = useMutation({
    mutationFn: (body: Wish) => {
      const wish = JSON.stringify(body)
      if (known.current.wish !== wish) known.current = { wish, key: freshKey() }
      return answer(client.POST("/stores", { body, headers: { "Idempotency-Key": known.current.key } }))
    },
    onSuccess: (store) => {
      queries.setQueryData(storeKey(store.id), store)
      void queries.invalidateQueries({ queryKey: LISTS })
    },
    onSettled: () => {
      busy.current = false
    },
  })
  const create: typeof mutate = (wish, options) => {
    if (busy.current) return
    busy.current = true
    mutate(wish, options)
  }
  return { ...state, create }
}
