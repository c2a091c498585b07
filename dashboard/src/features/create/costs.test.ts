import { expect, test } from "vitest"
import { quantity } from "@/lib/units"
import { costs } from "./costs"

test("a plan costs what its quota allows", () => {
  const quota = { "requests.cpu": "1", "requests.memory": "1536Mi", "limits.memory": "2Gi", "requests.storage": "3Gi", pods: "8" }
  expect(costs({ quota })).toEqual([{ name: "Processor", value: "1 CPU" }, { name: "Memory", value: "2 GiB" }, { name: "Disk", value: "3 GiB" }])
})

test("what a quota does not limit is left out", () => {
  expect(costs({ quota: { "requests.cpu": "250m" } })).toEqual([{ name: "Processor", value: "0.25 CPU" }])
})

test.each([["1536Mi", 1536 * 2 ** 20], ["500m", 0.5], ["2", 2], ["1e3", 1000], ["5G", 5e9], ["much", undefined], ["", undefined], ["1Xi", undefined]])("the quantity %j", (text, value) => {
  expect(quantity(text)).toBe(value)
})
