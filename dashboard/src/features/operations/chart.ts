import type { Bucket } from "@/api/types"

/** A stretch of time; one in which no store got ready has no times. */
export type Stretch = { from: string; count: number; medianMillis: number | null; p95Millis: number | null }

const MOST = 500

/** The buckets with the empty ones between them, which the API leaves out, so that time runs evenly. */
export function evenly(buckets: readonly Bucket[], bucketMillis: number): Stretch[] {
  const starts = buckets.map((bucket) => Date.parse(bucket.from))
  const first = Math.min(...starts)
  const places = starts.map((start) => Math.round((start - first) / bucketMillis))
  const last = Math.max(...places)
  if (buckets.length === 0 || !Number.isFinite(last) || last >= MOST) return [...buckets]
  return Array.from({ length: last + 1 }, (_, place) => {
    const bucket = buckets[places.indexOf(place)]
    return bucket ?? { from: new Date(first + place * bucketMillis).toISOString(), count: 0, medianMillis: null, p95Millis: null }
  })
}

export type Frame = { width: number; height: number; left: number; right: number; top: number; bottom: number }

/** Round numbers from 0 to at least `most`: 5 s, 10 s, 15 s, … */
export function ticks(most: number, wanted = 4): number[] {
  const steps = [100, 200, 500, 1e3, 2e3, 5e3, 1e4, 15e3, 3e4, 6e4, 12e4, 3e5, 6e5, 18e5, 36e5]
  const step = steps.find((each) => each * wanted >= most) ?? Math.ceil(most / wanted)
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, index) => index * step)
}

export function scales(buckets: readonly Stretch[], frame: Frame) {
  const most = Math.max(1, ...buckets.map((bucket) => bucket.p95Millis ?? bucket.medianMillis ?? 0))
  const marks = ticks(most)
  const top = marks.at(-1)!
  const across = frame.width - frame.left - frame.right
  const down = frame.height - frame.top - frame.bottom
  const x = (index: number) => frame.left + (buckets.length < 2 ? across / 2 : (across * index) / (buckets.length - 1))
  const y = (millis: number) => frame.top + down * (1 - millis / top)
  return { marks, x, y }
}

/** A line through the values that are there; it stops where none is. */
export function line(values: readonly (number | null)[], x: (index: number) => number, y: (value: number) => number): string {
  let pen = "M"
  const parts = values.map((value, index) => {
    if (value === null) {
      pen = "M"
      return ""
    }
    const part = `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`
    pen = "L"
    return part
  })
  return parts.join("")
}
