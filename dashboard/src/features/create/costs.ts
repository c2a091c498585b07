import type { Plan } from "@/api/types"
import { bytes, cores, quantity } from "@/lib/units"

export type Cost = { name: string; value: string }

const first = (quota: Record<string, string>, ...names: string[]) => names.map((name) => quantity(quota[name])).find((value) => value !== undefined)

/** What a plan takes of the cluster at most, of its quota. What the quota does not limit is left out. */
export function costs({ quota }: Pick<Plan, "quota">): Cost[] {
  const limits = quota ?? {}
  const cpu = first(limits, "requests.cpu", "cpu", "limits.cpu")
  const memory = first(limits, "limits.memory", "requests.memory", "memory")
  const disk = first(limits, "requests.storage")
  return [
    ...(cpu === undefined ? [] : [{ name: "Processor", value: cores(cpu * 1000) }]),
    ...(memory === undefined ? [] : [{ name: "Memory", value: bytes(memory) }]),
    ...(disk === undefined ? [] : [{ name: "Disk", value: bytes(disk) }]),
  ]
}
