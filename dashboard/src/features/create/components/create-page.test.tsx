import { fireEvent, screen, waitFor } from "@testing-library/react"
import { expect, test } from "vitest"
import { store } from "../../../../browser/fake/data"
import { fakeApi } from "@/testing/api"
import { visit } from "@/testing/render"

const made = store({ id: "made000001", name: "Ada's Tea", status: "requested", created: 0 })
const posts = (asked: ReturnType<typeof fakeApi>) => asked.filter(({ method }) => method === "POST")
const button = () => screen.findByRole("button", { name: "Create store" })

test("two clicks before anything could be drawn send one wish", async () => {
  const asked = fakeApi({ "POST /stores": () => ({ status: 202, body: made }), "GET /stores/made000001": () => ({ body: made }) })
  const { user, router } = visit("/create")
  await user.type(await screen.findByLabelText("Name"), "Ada's Tea")
  const form = (await button()).closest("form")!
  fireEvent.submit(form)
  fireEvent.submit(form)
  await waitFor(() => expect(router.state.location.pathname).toBe("/shops/made000001"))
  expect(posts(asked)).toHaveLength(1)
  expect(JSON.parse(posts(asked)[0]!.body)).toEqual({ name: "Ada's Tea", engine: "medusa", plan: "small" })
})

test("the same wish keeps its key when the answer was lost; another wish has another", async () => {
  const asked = fakeApi({ "POST /stores": () => Promise.reject(new TypeError("Failed to fetch")) })
  const { user } = visit("/create")
  await user.type(await screen.findByLabelText("Name"), "Tea")
  await user.click(await button())
  expect(await screen.findByText(/Uruimi does not answer right now/)).toBeInTheDocument()
  await user.click(await button())
  await waitFor(() => expect(posts(asked)).toHaveLength(2))
  await screen.findByText(/Uruimi does not answer right now/)
  await user.type(screen.getByLabelText("Name"), "s")
  await user.click(await button())
  await waitFor(() => expect(posts(asked)).toHaveLength(3))
  const [first, second, third] = posts(asked).map(({ key }) => key)
  expect(first).toMatch(/^[\x21-\x7e]{16,}$/)
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})

test("a name is judged while it is typed, and an empty one only when somebody goes on", async () => {
  const asked = fakeApi({})
  const { user } = visit("/create")
  const name = await screen.findByLabelText("Name")
  expect(screen.queryByText("Give the store a name.")).toBeNull()
  await user.click(await button())
  expect(screen.getByText("Give the store a name.")).toBeInTheDocument()
  expect(name).toHaveFocus()
  await user.type(name, "Tea <")
  expect(screen.getByText(/cannot be part of a name/)).toBeInTheDocument()
  await user.clear(name)
  await user.type(name, "Tea")
  expect(screen.queryByText(/cannot be part of a name/)).toBeNull()
  expect(posts(asked)).toEqual([])
})

test("what the server says about the name is said at the name", async () => {
  const errors = [{ field: "name", pointer: "#/name", detail: "must hold a letter or a digit" }]
  fakeApi({ "POST /stores": () => ({ status: 422, body: { type: "urn:uruimi:problem:invalid-fields", title: "x", status: 422, detail: "name …", errors } }) })
  const { user } = visit("/create")
  await user.type(await screen.findByLabelText("Name"), "Tea")
  await user.click(await button())
  expect(await screen.findByText("The name must hold a letter or a digit.")).toBeInTheDocument()
  expect(screen.getByLabelText("Name")).toHaveAttribute("aria-invalid", "true")
})
