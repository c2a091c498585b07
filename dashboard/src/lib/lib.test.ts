import { expect, test } from "vitest"
import { shopLink, spoken } from "./links"
import { isComingUp, meaning } from "./status"
import { ago, duration, running } from "./time"

test.each([[0, "0 ms"], [320, "320 ms"], [4_230, "4.2 s"], [38_400, "38 s"], [60_000, "1 min"], [125_000, "2 min 5 s"], [11_400_000, "3 h 10 min"], [-5, "0 ms"]])("%d ms are %s", (millis, text) => {
  expect(duration(millis)).toBe(text)
})
test.each([[0, "0 s"], [999, "0 s"], [1_999, "1 s"], [59_999, "59 s"], [61_000, "1 min 1 s"]])("what runs for %d ms shows %s", (millis, text) => {
  expect(running(millis)).toBe(text)
})
test("times are told as people do", () => {
  const now = Date.parse("2026-01-02T12:00:00Z")
  expect(ago(new Date(now - 10_000), now)).toBe("just now")
  expect(ago(new Date(now - 5 * 60_000), now)).toMatch(/5 minutes ago/)
  expect(ago(new Date(now + 60_000), now)).toBe("just now")
})
test("links are web addresses or none", () => {
  expect(shopLink("http://store-a.localhost:8080/app", undefined)).toBe("http://store-a.localhost:8080/app")
  expect(shopLink("http://store-a.localhost/", "8080")).toBe("http://store-a.localhost:8080/")
  expect(shopLink("javascript:alert(1)", undefined)).toBeUndefined()
  expect(shopLink(undefined)).toBeUndefined()
  expect(spoken("http://store-a.localhost/")).toBe("store-a.localhost")
})
test("a status newer than the page is shown by its own name, settled", () => {
  expect(meaning("being_polished")).toEqual({ word: "Being polished", tone: "quiet", settled: true })
  expect(meaning("constructor").word).toBe("Constructor")
  expect(isComingUp("starting")).toBe(true)
})
