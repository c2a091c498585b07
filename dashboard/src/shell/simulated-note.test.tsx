import { screen } from "@testing-library/react"
import { afterEach, expect, test, vi } from "vitest"
import { fakeApi } from "@/testing/api"
import { visit } from "@/testing/render"
import { platform } from "../../browser/fake/data"

afterEach(() => vi.unstubAllGlobals())

test("a page says that pods are simulated where they are", async () => {
  fakeApi({ "GET /platform": () => ({ body: { ...platform, simulated: true } }) })
  visit("/create")
  expect(await screen.findByRole("note")).toHaveTextContent(/only pretend to run pods/)
})

test("a page says nothing of it where pods are real", async () => {
  fakeApi({ "GET /platform": () => ({ body: { ...platform, simulated: false } }) })
  visit("/create")
  await screen.findByRole("heading", { level: 1 })
  expect(screen.queryByRole("note")).toBeNull()
})
