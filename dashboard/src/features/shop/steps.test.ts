import { describe, expect, test } from "vitest"
import { starting, ready, failed, degraded, workloads, store, NOW } from "../../../browser/fake/data"
import { stepsOf } from "./steps"

const states = (steps: ReturnType<typeof stepsOf>) => Object.fromEntries(steps.map(({ key, state }) => [key, state]))
const names = ["requested", "namespace", "guardrails", "secrets", "chart", "pods", "answers", "sells"]

test("of a new store the first is done and the second goes on", () => {
  const fresh = store({ id: "n", name: "N", status: "requested", created: 1, timeline: [{ id: "n/1/requested", step: "requested", at: NOW.toISOString(), durationMillis: null, attempt: 1, detail: null, code: null }] })
  const steps = stepsOf(fresh, undefined)
  expect(steps.map(({ key }) => key)).toEqual(names)
  expect(steps.map(({ state }) => state)).toEqual(["done", "doing", "waiting", "waiting", "waiting", "waiting", "waiting", "waiting"])
  expect(steps[1]?.since).toBe(NOW.toISOString())
})

test("of a starting store the pods tell how far it is", () => {
  const seen = workloads(starting)
  expect(states(stepsOf(starting, seen))).toMatchObject({ chart: "done", pods: "doing", answers: "waiting" })
  expect(stepsOf(starting, seen).find(({ key }) => key === "pods")?.note).toBe("1 of 2 ready")
  const up = { ...seen, pods: seen.pods.map((pod) => ({ ...pod, ready: true })) }
  expect(states(stepsOf(starting, up))).toMatchObject({ pods: "done", answers: "doing", sells: "waiting" })
  const answering = { ...up, lastCheck: { at: NOW.toISOString(), ok: true, kind: "live" as const, detail: null, lastSaleCheckAt: null } }
  expect(states(stepsOf(starting, answering))).toMatchObject({ answers: "done", sells: "doing" })
})

test("of a ready store all are done, with their times", () => {
  const steps = stepsOf(ready("r", "R", 60, 41_300), undefined)
  expect(steps.every(({ state }) => state === "done")).toBe(true)
  expect(steps.find(({ key }) => key === "namespace")?.millis).toBe(240)
  expect(steps.find(({ key }) => key === "sells")?.millis).toBe(37_730)
})

test("another name is no step of the way", () => {
  const renamed = { id: "q/1/renamed/1", step: "renamed", at: NOW.toISOString(), durationMillis: null, attempt: 1, detail: "N", code: null }
  const steps = stepsOf({ ...starting, timeline: [...starting.timeline, renamed] }, undefined)
  expect(steps).toEqual(stepsOf(starting, undefined))
})

test("a failed store failed at the first that is not done", () => {
  expect(states(stepsOf(failed, workloads(failed)))).toMatchObject({ chart: "done", pods: "failed", answers: "waiting" })
})

test("a store that degraded after it was ready did come up", () => {
  expect(stepsOf(degraded, workloads(degraded)).every(({ state }) => state === "done")).toBe(true)
})

describe("what the page does not know", () => {
  test("a new step is shown by its own name", () => {
    const entry = { id: "x", step: "warm_up", at: NOW.toISOString(), durationMillis: 5, attempt: 1, detail: null, code: null }
    const steps = stepsOf({ ...starting, timeline: [...starting.timeline, entry] }, undefined)
    expect(steps.find(({ key }) => key === "warm_up")).toMatchObject({ title: "Warm up", state: "done" })
  })
  test("steps of an earlier attempt do not count", () => {
    const again = { ...starting, attempt: 2, status: "requested" as const, timeline: [...starting.timeline, { ...starting.timeline[0]!, id: "again", attempt: 2 }] }
    expect(states(stepsOf(again, undefined))).toMatchObject({ requested: "done", namespace: "doing", chart: "waiting" })
  })
  test("an empty timeline is no reason to break", () => {
    expect(stepsOf({ ...starting, timeline: [] }, undefined)).toHaveLength(8)
  })
})
