import { type InfiniteData, QueryClient } from "@tanstack/react-query"
import { expect, test, vi } from "vitest"
import type { StorePage } from "@/api/types"
import { failed, ready } from "../../browser/fake/data"
import { cacheWriter, LISTS, storeKey } from "./cache"

const before = ready("a", "A", 60)
const list = (): InfiniteData<StorePage> => ({ pages: [{ stores: [before, failed], nextCursor: null, position: 1, counts: {}, total: 2 }], pageParams: [undefined] })

test("a change is in the store's page and in its row at once, and lists are asked for once for many changes", () => {
  vi.useFakeTimers()
  const client = new QueryClient()
  client.setQueryData([...LISTS, {}], list())
  const invalidate = vi.spyOn(client, "invalidateQueries")
  const write = cacheWriter(client)
  for (const name of ["B", "C", "D"]) write({ ...before, name })
  expect(client.getQueryData(storeKey("a"))).toMatchObject({ name: "D" })
  expect(client.getQueryData<InfiniteData<StorePage>>([...LISTS, {}])?.pages[0]?.stores.map(({ name }) => name)).toEqual(["D", failed.name])
  expect(invalidate).not.toHaveBeenCalled()
  vi.advanceTimersByTime(2_000)
  expect(invalidate).toHaveBeenCalledExactlyOnceWith({ queryKey: LISTS })
  vi.useRealTimers()
})

test("what is no store is refused", () => {
  expect(() => cacheWriter(new QueryClient())({} as never)).toThrow(TypeError)
})
