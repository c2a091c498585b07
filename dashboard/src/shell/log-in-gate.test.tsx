import { act, cleanup, screen, waitFor } from "@testing-library/react"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { sessionBegins } from "@/api/session"
import { fakeApi } from "@/testing/api"
import { FakeEventSource } from "@/testing/fake-event-source"
import { arrive, visit } from "@/testing/render"

const NEEDED = { status: 401, body: { type: "urn:uruimi:problem:log-in-needed", title: "Log-in needed", status: 401 } }

beforeEach(() => {
  vi.stubGlobal("EventSource", FakeEventSource)
  FakeEventSource.opened = []
})
afterEach(() => {
  // first, or the page would ask again, and be told again
  cleanup()
  sessionBegins()
  vi.unstubAllGlobals()
})

const told = () => screen.findByRole("heading", { name: "You are not logged in" })

test("who is not logged in is told how to, in place of every page", async () => {
  fakeApi({ "GET /stores": () => NEEDED })
  visit("/")
  expect(await told()).toBeInTheDocument()
  expect(screen.getByText("./uruimi login")).toBeInTheDocument()
  expect(screen.queryByRole("alert")).toBeNull()
})

test("a stream that ends because the log-in has, says so too, and is not tried again", async () => {
  fakeApi({ "GET /platform": () => NEEDED, "GET /actuator/health/liveness": () => ({ body: { status: "UP" } }) })
  arrive(<p>a page that asks for nothing</p>)
  act(() => FakeEventSource.last.onerror?.())
  expect(await told()).toBeInTheDocument()
  expect(FakeEventSource.last.closed).toBe(true)
})

test("an API that fails is no log-out", async () => {
  fakeApi({ "GET /stores": () => ({ status: 500, body: { title: "Something went wrong here", status: 500 } }) })
  visit("/")
  expect(await screen.findByRole("alert")).toBeInTheDocument()
  expect(screen.queryByRole("heading", { name: "You are not logged in" })).toBeNull()
})

test("logging out tells the API, then how to come back", async () => {
  const asked = fakeApi({ "POST /log-out": () => ({ body: {} }) })
  const { user } = visit("/create")
  await user.click(await screen.findByRole("button", { name: "Log out" }))
  expect(await told()).toBeInTheDocument()
  expect(asked.filter(({ path }) => path === "/log-out")).toHaveLength(1)
})

test("a log-out that fails says so and leaves the page", async () => {
  fakeApi({ "POST /log-out": () => ({ status: 503, body: { title: "The database does not answer", status: 503 } }) })
  const { user } = visit("/create")
  await user.click(await screen.findByRole("button", { name: "Log out" }))
  await waitFor(() => expect(screen.getByRole("button", { name: /did not work/ })).toBeInTheDocument())
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(/create/i)
})
