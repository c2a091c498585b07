import type { Store, Workloads } from "@/api/types"
import { count } from "@/lib/units"
import type { Step } from "./steps"

/** How far a deletion is, of what is left in the namespace. */
export function goingSteps(store: Store, seen: Workloads | undefined): Step[] {
  const since = store.timeline?.findLast((entry) => entry.step === "deleting")?.at
  const stuck = store.status === "delete_failed"
  const left = { pods: seen?.pods?.length ?? 0, volumes: seen?.volumes?.length ?? 0 }
  const steps: Step[] = [
    { key: "asked", title: "Deletion accepted", state: "done" },
    { key: "pods", title: "Shop stopped", state: seen && left.pods === 0 ? "done" : "waiting", note: left.pods ? `${count(left.pods, "pod")} left` : undefined },
    { key: "volumes", title: "Data removed", state: seen && left.pods + left.volumes === 0 ? "done" : "waiting", note: left.volumes ? `${count(left.volumes, "volume")} left` : undefined },
    { key: "verified", title: "Verified that nothing is left", state: "waiting" },
  ]
  const first = steps.findIndex((step) => step.state === "waiting")
  return steps.map((step, index) => (index === first ? { ...step, state: stuck ? "failed" : "doing", since } : step))
}
