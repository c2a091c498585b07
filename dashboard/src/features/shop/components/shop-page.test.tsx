import { screen, waitFor, within } from "@testing-library/react"
import { expect, test } from "vitest"
import type { Store } from "@/api/types"
import { deleted, evidence, failed, ready, stuck, workloads } from "../../../../browser/fake/data"
import { fakeApi } from "@/testing/api"
import { visit } from "@/testing/render"

const shop = (store: Store, more: Parameters<typeof fakeApi>[0] = {}) =>
  fakeApi({
    [`GET /stores/${store.id}`]: () => ({ body: store }),
    [`GET /stores/${store.id}/workloads`]: () => ({ body: workloads(store) }),
    [`GET /stores/${store.id}/evidence`]: () => ({ body: { evidence: evidence(store) } }),
    ...more,
  })

test("a failed store says why, what to do and what was seen", async () => {
  shop(failed)
  visit(`/shops/${failed.id}`)
  expect(await screen.findByText(failed.error_reason!, { selector: "p" })).toBeInTheDocument()
  expect(screen.getByText(/Check that the image exists/)).toBeInTheDocument()
  expect(await screen.findByText(/Failed to pull image/)).toBeInTheDocument()
})

test("a retry is sent only after it said what it does", async () => {
  const again: Store = { ...failed, status: "requested", attempt: 2 }
  const asked = shop(failed, { [`POST /stores/${failed.id}/retry`]: () => ({ status: 202, body: again }) })
  const { user } = visit(`/shops/${failed.id}`)
  await user.click(await screen.findByRole("button", { name: "Retry…" }))
  const dialog = await screen.findByRole("dialog")
  expect(within(dialog).getByText(failed.retry.does)).toBeInTheDocument()
  expect(asked.some(({ method }) => method === "POST")).toBe(false)
  await user.click(within(dialog).getByRole("button", { name: "Retry now" }))
  expect(await screen.findByText("Coming up")).toBeInTheDocument()
})

test("a store is deleted only by its whole name", async () => {
  const store = ready("r1", "Ada's Tea", 60)
  const asked = shop(store, { "DELETE /stores/r1": () => ({ status: 202, body: { ...store, status: "deleting" } }) })
  const { user } = visit("/shops/r1")
  await user.click(await screen.findByRole("button", { name: "Delete" }))
  const field = await screen.findByLabelText(/Type Ada's Tea/)
  const sure = screen.getByRole("button", { name: "Delete for good" })
  await user.type(field, "ada's tea{Enter}")
  expect(sure).toBeDisabled()
  expect(asked.some(({ method }) => method === "DELETE")).toBe(false)
  await user.clear(field)
  await user.type(field, "Ada's Tea")
  await user.click(sure)
  expect(await screen.findByText("Being deleted")).toBeInTheDocument()
  expect(asked.filter(({ method }) => method === "DELETE")).toHaveLength(1)
})

test("a stuck deletion shows what holds it", async () => {
  shop(stuck)
  visit(`/shops/${stuck.id}`)
  expect(await screen.findByText(/held by the finalizer example.org\/hold/)).toBeInTheDocument()
})

test("a deleted store shows its receipt", async () => {
  shop(deleted)
  visit(`/shops/${deleted.id}`)
  const removed = await screen.findByRole("list", { name: "What was removed" })
  expect(within(removed).getByText("Persistent volume claim").parentElement).toHaveTextContent("2")
})

test("a password is asked for when revealed and forgotten when hidden", async () => {
  const store = ready("r2", "R", 60)
  const asked = shop(store, { "GET /stores/r2/credentials": () => ({ body: { username: "admin@x", password: "s3cret" } }) })
  const { user, client } = visit("/shops/r2")
  await user.click(await screen.findByRole("button", { name: "Reveal" }))
  expect(await screen.findByText("s3cret")).toBeInTheDocument()
  await user.click(screen.getByRole("button", { name: "Hide" }))
  expect(screen.queryByText("s3cret")).toBeNull()
  await waitFor(() => expect(client.getQueryData(["credentials", "r2"])).toBeUndefined())
  expect(asked.filter(({ path }) => path.endsWith("credentials"))).toHaveLength(1)
})

test("without the watcher the page still shows the store", async () => {
  const problem = { type: "urn:uruimi:problem:watcher-unavailable", title: "x", status: 503, detail: "The watcher does not answer." }
  shop(ready("r3", "R", 60), { "GET /stores/r3/workloads": () => ({ status: 503, body: problem }) })
  visit("/shops/r3")
  expect((await screen.findAllByText(/The watcher does not answer/, {}, { timeout: 5_000 }))[0]).toBeInTheDocument()
  expect(screen.getByRole("link", { name: "Open shop" })).toHaveAttribute("href", "http://store-r3.localhost/")
})

test("a store of an older API, without what is new, does not break the page", async () => {
  const { retry: _, ...older } = failed
  shop(older as Store)
  visit(`/shops/${failed.id}`)
  expect(await screen.findByRole("button", { name: "Retry…" })).toBeEnabled()
})

test("an unknown id is told apart from a failure", async () => {
  fakeApi({})
  visit("/shops/nobody")
  expect(await screen.findByText("There is no such store")).toBeInTheDocument()
})
