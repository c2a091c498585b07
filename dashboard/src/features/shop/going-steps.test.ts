import { expect, test } from "vitest"
import { deleting, stuck, workloads } from "../../../browser/fake/data"
import { goingSteps } from "./going-steps"

const states = (steps: ReturnType<typeof goingSteps>) => steps.map(({ key, state }) => `${key} ${state}`)

test("a deletion goes on at the first thing that is left", () => {
  expect(states(goingSteps(deleting, workloads(deleting)))).toEqual(["asked done", "pods done", "volumes doing", "verified waiting"])
})
test("nothing is called gone before somebody looked", () => {
  expect(states(goingSteps(deleting, undefined))).toEqual(["asked done", "pods doing", "volumes waiting", "verified waiting"])
})
test("with nothing left it is being verified", () => {
  expect(states(goingSteps(deleting, { ...workloads(deleting), pods: [], volumes: [] }))).toContain("verified doing")
})
test("a stuck deletion is stuck there", () => {
  expect(states(goingSteps(stuck, workloads(stuck)))).toContain("volumes failed")
})
