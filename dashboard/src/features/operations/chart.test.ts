import { expect, test } from "vitest"
import { evenly, line, scales, ticks } from "./chart"

test("axes have round numbers that reach over the most", () => {
  expect(ticks(43_000)).toEqual([0, 15_000, 30_000, 45_000])
  expect(ticks(900)).toEqual([0, 500, 1_000])
  expect(ticks(1)).toEqual([0, 100])
})

test("a line stops where nothing was measured", () => {
  const same = (value: number) => value
  expect(line([1, 2, null, 4, null], same, same)).toBe("M0.0 1.0L1.0 2.0M3.0 4.0")
})

test("one bucket stands in the middle, more from edge to edge", () => {
  const frame = { width: 200, height: 100, left: 0, right: 0, top: 0, bottom: 0 }
  const bucket = { from: "2026-01-01T00:00:00Z", count: 1, medianMillis: 50, p95Millis: 100 }
  expect(scales([bucket], frame).x(0)).toBe(100)
  const { x, y } = scales([bucket, bucket], frame)
  expect([x(0), x(1), y(0), y(100)]).toEqual([0, 200, 100, 0])
})

test("what the API leaves out, because no store got ready then, is a gap of its length", () => {
  const bucket = (from: string) => ({ from, count: 1, medianMillis: 5, p95Millis: 9 })
  const stretches = evenly([bucket("2026-01-01T00:00:00Z"), bucket("2026-01-01T03:00:00Z")], 3_600_000)
  expect(stretches.map(({ from, medianMillis }) => [from.slice(11, 13), medianMillis])).toEqual([["00", 5], ["01", null], ["02", null], ["03", 5]])
  expect(evenly([], 1)).toEqual([])
})
