import type { Store, TimelineEntry, Workloads } from "@/api/types"
import { humanised, isComingUp } from "@/lib/status"

export type Step = {
  key: string
  title: string
  state: "done" | "doing" | "failed" | "waiting"
  /** How long it took. */
  millis?: number | undefined
  /** Since when it goes on. */
  since?: string | undefined
  note?: string | undefined
}

const TITLES: Record<string, string> = {
  requested: "Accepted",
  namespace: "A namespace of its own",
  guardrails: "Guardrails",
  secrets: "Secrets",
  chart: "Shop installed",
}
const KNOWN = Object.keys(TITLES)
const NO_STEPS = new Set(["renamed", "installed", "ready", "degraded", "failed", "deleting", "deleted", "delete_failed"])

/** The way of the store's attempt from the wish to a shop that can sell, as far as it is known. */
export function stepsOf(store: Store, workloads: Workloads | undefined): Step[] {
  const entries = (store.timeline ?? []).filter((entry) => entry.attempt === store.attempt)
  const told = entries.filter((entry) => !NO_STEPS.has(entry.step))
  const ready = entries.find((entry) => entry.step === "ready")
  const keys = [...KNOWN, ...told.map((entry) => entry.step).filter((step) => !KNOWN.includes(step))]
  const steps = keys.map((key) => installation(key, told, Boolean(ready)))
  return stopped(store, [...steps, ...opening(store, ready, workloads)], entries.filter((entry) => entry.step !== "failed" && entry.step !== "renamed").at(-1))
}

function installation(key: string, told: TimelineEntry[], ready: boolean): Step {
  const at = told.findIndex((entry) => entry.step === key)
  const entry = told[at]
  const before = told[at - 1]
  const millis = entry?.durationMillis ?? (entry && before ? Date.parse(entry.at) - Date.parse(before.at) : undefined)
  return { key, title: TITLES[key] ?? humanised(key), state: entry || ready ? "done" : "waiting", millis }
}

/** From installed to selling: what is told is only the end; the way there is seen in the namespace. */
function opening({ status }: Store, ready: TimelineEntry | undefined, seen: Workloads | undefined): Step[] {
  const pods = (seen?.pods ?? []).filter((pod) => pod.phase !== "Succeeded")
  const up = pods.filter((pod) => pod.ready).length
  const allUp = pods.length > 0 && up === pods.length
  const answers = allUp && seen?.lastCheck?.ok === true
  const done = (yes: boolean) => (ready || yes ? ("done" as const) : ("waiting" as const))
  const starting = status === "starting" || allUp
  return [
    { key: "pods", title: "Pods running", state: done(starting && allUp), note: !ready && pods.length > 0 ? `${up} of ${pods.length} ready` : undefined },
    { key: "answers", title: "Shop answers", state: done(starting && answers) },
    { key: "sells", title: "Can sell", state: done(false), millis: ready?.durationMillis ?? undefined },
  ]
}

/** The first step that is not done is the one going on, or the one that failed. */
function stopped(store: Store, steps: Step[], last: TimelineEntry | undefined): Step[] {
  const first = steps.findIndex((step) => step.state === "waiting")
  if (first < 0) return steps
  const state = isComingUp(store.status) ? "doing" : store.status === "failed" || store.status === "degraded" ? "failed" : "waiting"
  return steps.map((step, index) => {
    if (index < first) return step
    // Nothing after a step that is not done counts as done.
    return index === first ? { ...step, state, since: last?.at } : { ...step, state: "waiting", millis: undefined }
  })
}
