import { expect, test } from "vitest"
import { line, scales, ticks } from "./chart"

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
