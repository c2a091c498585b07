import { act, screen, waitFor, within } from "@testing-library/react"
import { expect, test } from "vitest"
import type { Store } from "@/api/types"
import { deleted, evidence, failed, ready, starting, stuck, workloads } from "../../../../browser/fake/data"
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

test("only what differs is changed, of the store that was looked at", async () => {
  const store = ready("r4", "Ada's Tea", 60)
  const asked = shop(store, { "PATCH /stores/r4": () => ({ status: 202, body: { ...store, name: "Bea's Tea", plan: "medium", status: "requested", attempt: 2 } }) })
  const { user } = visit("/shops/r4")
  await user.click(await screen.findByRole("button", { name: "Change…" }))
  const dialog = within(await screen.findByRole("dialog"))
  const sure = dialog.getByRole("button", { name: "Change it" })
  expect(sure).toBeDisabled()
  const field = dialog.getByLabelText("Name")
  await user.clear(field)
  await user.type(field, "<b>")
  expect(sure).toBeDisabled()
  await user.clear(field)
  await user.type(field, " Bea's Tea")
  await user.click(await dialog.findByRole("radio", { name: /Medium/ }))
  expect(dialog.getByText(/upgraded in place/)).toBeInTheDocument()
  await user.click(sure)
  expect(await screen.findByRole("heading", { name: "Bea's Tea" })).toBeInTheDocument()
  const patch = asked.find(({ method }) => method === "PATCH")
  expect(JSON.parse(patch!.body)).toEqual({ name: "Bea's Tea", plan: "medium" })
  expect(patch!.match).toBe(`"${store.version}"`)
})

test("a store that changed meanwhile is looked at again before it is changed", async () => {
  const store = ready("r5", "Ada's Tea", 60)
  const newer: Store = { ...store, version: store.version + 1, name: "Cem's Tea" }
  const problem = { type: "urn:uruimi:problem:changed-meanwhile", title: "Changed meanwhile", status: 412, detail: "x" }
  const asked = shop(store, {
    "PATCH /stores/r5": (request) => (request.headers.get("If-Match") === `"${newer.version}"` ? { body: { ...newer, name: "Dan's Tea" } } : { status: 412, body: problem }),
  })
  const { user, client } = visit("/shops/r5")
  await user.click(await screen.findByRole("button", { name: "Change…" }))
  const dialog = within(await screen.findByRole("dialog"))
  await user.type(dialog.getByLabelText("Name"), "!")
  act(() => client.setQueryData(["store", "r5"], newer))
  await user.click(dialog.getByRole("button", { name: "Change it" }))
  expect(await dialog.findByText(/It changed meanwhile/)).toBeInTheDocument()
  await user.click(dialog.getByRole("button", { name: "Try again" }))
  const field = dialog.getByLabelText("Name")
  expect(field).toHaveValue("Cem's Tea")
  await user.clear(field)
  await user.type(field, "Dan's Tea{Enter}")
  expect(await screen.findByRole("heading", { name: "Dan's Tea" })).toBeInTheDocument()
  expect(asked.filter(({ method }) => method === "PATCH").map(({ match }) => match)).toEqual([`"${store.version}"`, `"${newer.version}"`])
})

test("the plan of a shop on its way waits", async () => {
  shop(starting)
  const { user } = visit(`/shops/${starting.id}`)
  await user.click(await screen.findByRole("button", { name: "Change…" }))
  const dialog = within(await screen.findByRole("dialog"))
  expect(dialog.getByText(/can be changed once it is ready/)).toBeInTheDocument()
  expect(dialog.queryByRole("radio")).toBeNull()
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
