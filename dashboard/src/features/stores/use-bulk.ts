import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import type { Store } from "@/api/types"
import { LISTS, storeKey } from "@/live/cache"
import { deleteStore, retryStore } from "./api/store-commands"

/** Retries or deletes stores one after the other; a refusal of one does not stop the others, and is told. */
export function useBulk(kind: "retry" | "delete", stores: readonly Store[]) {
  const queries = useQueryClient()
  const [said, setSaid] = useState<Record<string, string>>({})
  const [refused, setRefused] = useState(0)
  const [state, setState] = useState<"asked" | "busy" | "done">("asked")

  const run = async () => {
    setState("busy")
    for (const { id } of stores) {
      try {
        const store = await (kind === "retry" ? retryStore(id) : deleteStore(id))
        queries.setQueryData(storeKey(id), store)
        setSaid((before) => ({ ...before, [id]: "✓ Accepted" }))
      } catch (error) {
        setRefused((before) => before + 1)
        setSaid((before) => ({ ...before, [id]: `✕ ${error instanceof Error ? error.message : String(error)}` }))
      }
    }
    void queries.invalidateQueries({ queryKey: LISTS })
    setState("done")
  }

  const through = Object.keys(said).length
  const sum = state === "asked" ? "" : `${through - refused} of ${stores.length} accepted${refused ? `, ${refused} refused` : ""}.`
  return { said, run, sum, busy: state === "busy", done: state === "done" }
}
