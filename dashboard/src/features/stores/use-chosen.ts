import { useMemo, useState } from "react"
import type { Store } from "@/api/types"

export type Chosen = {
  stores: Store[]
  has: (id: string) => boolean
  toggle: (id: string) => void
  all: (on: boolean) => void
  clear: () => void
}

/** Which of the stores shown are chosen. What is no longer shown is no longer chosen: nobody acts on what they cannot see. */
export function useChosen(shown: readonly Store[]): Chosen {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const stores = useMemo(() => shown.filter((store) => ids.has(store.id)), [shown, ids])
  return {
    stores,
    has: (id) => ids.has(id),
    toggle: (id) => setIds((before) => (before.has(id) ? new Set([...before].filter((each) => each !== id)) : new Set([...before, id]))),
    all: (on) => setIds(new Set(on ? shown.map((store) => store.id) : [])),
    clear: () => setIds(new Set()),
  }
}
