import { describe, expect, test } from "vitest"
import { makeRouter } from "@/shell/router"
import { createMemoryHistory } from "@tanstack/react-router"
import { clean, isFiltered, readFilters, toggled } from "./filters"

describe("filters of an address", () => {
  test("are read", () => {
    expect(readFilters({ status: "ready,failed", engine: "medusa", q: " tea ", sort: "name" })).toEqual({ status: "ready,failed", engine: "medusa", q: "tea", sort: "name" })
  })
  test("that make no sense are left out", () => {
    expect(readFilters({ status: "<script>,ready", engine: ["x"], q: "  ", sort: "drop table", page: 3 })).toEqual({ status: "ready" })
  })
  test("of the usual sort are left out", () => expect(readFilters({ sort: "-created" })).toEqual({}))
  test("of a number stay text", () => expect(readFilters({ q: 2024 })).toEqual({ q: "2024" }))
  test("are at most 60 characters to search for", () => expect(readFilters({ q: "a".repeat(99) }).q).toHaveLength(60))
})

test("a status is pressed and pressed again", () => {
  expect(toggled(undefined, "ready")).toBe("ready")
  expect(toggled("ready", "failed")).toBe("ready,failed")
  expect(toggled("ready,failed", "ready")).toBe("failed")
  expect(toggled("ready", "ready")).toBeUndefined()
})

test("nothing but what is there counts as a filter", () => {
  expect(isFiltered(clean({ status: undefined, engine: "", q: undefined, sort: "name" }))).toBe(false)
  expect(isFiltered({ q: "tea" })).toBe(true)
})

test("filters become an address and come back from it", async () => {
  const router = makeRouter(createMemoryHistory({ initialEntries: ["/"] }))
  const address = router.buildLocation({ to: "/", search: { q: "100 % & more", status: "ready,failed" } }).href
  const back = makeRouter(createMemoryHistory({ initialEntries: [address] }))
  await back.load()
  expect(back.state.location.search).toEqual({ q: "100 % & more", status: "ready,failed" })
})
