import { NOW, ready, starting, store } from "../fake/data"
import { expect, test } from "../site"

const entry = (id: string, step: string) => ({ id: `${id}/1/${step}`, step, at: NOW.toISOString(), durationMillis: 300, attempt: 1, detail: null, code: null })

test("steps arrive without a reload, and are there after one", async ({ page, site }) => {
  let now = store({ id: "live000001", name: "Live", status: "requested", created: 0, timeline: [entry("live000001", "requested")] })
  site.api.tell(now)
  await page.goto(`${site.url}/shops/live000001`)
  const step = (name: string) => page.locator(`[data-step="${name}"]`)
  await expect(step("namespace")).toHaveAttribute("data-state", "doing")
  for (const name of ["namespace", "guardrails", "secrets"]) {
    now = { ...now, status: "provisioning", timeline: [...now.timeline, entry(now.id, name)] }
    site.api.tell(now)
    await expect(step(name)).toHaveAttribute("data-state", "done")
  }
  await expect(step("chart")).toHaveAttribute("data-state", "doing")
  await page.reload()
  await expect(step("secrets")).toHaveAttribute("data-state", "done")
  site.api.tell(ready(now.id, "Live", 1))
  await expect(page.getByRole("link", { name: "Open shop" })).toHaveAttribute("href", "http://store-live000001.localhost/")
})

test("a dropped stream comes back after the last change it saw", async ({ page, site }) => {
  await page.goto(`${site.url}/shops/${starting.id}`)
  await expect(page.getByText("Pods running")).toBeVisible()
  site.api.tell({ ...starting, name: "Renamed once" })
  await expect(page.getByRole("heading", { name: "Renamed once" })).toBeVisible()
  const resumed = page.waitForRequest((request) => request.url().endsWith("/stores/events?after=1"))
  site.api.cut()
  site.api.tell({ ...starting, name: "Renamed unseen" })
  await resumed
  await expect(page.getByRole("heading", { name: "Renamed unseen" })).toBeVisible()
})

test("when the API is away the page says so, comes back by itself and shows the truth", async ({ page, site }) => {
  await page.goto(`${site.url}/shops/${starting.id}`)
  await expect(page.getByText("Pods running")).toBeVisible()
  await site.down()
  await expect(page.getByText("Uruimi does not answer right now.")).toBeVisible()
  await expect(page.getByRole("heading", { name: "Ada's Tea" })).toBeVisible()
  site.api.tell(ready(starting.id, starting.name, 60))
  await site.up()
  await expect(page.getByText("Connected again")).toBeVisible({ timeout: 15_000 })
  await expect(page.getByRole("link", { name: "Open shop" })).toBeVisible()
  await expect(page.getByText("Uruimi does not answer right now.")).toBeHidden()
})

test("words and statuses that are newer than the page do not break it", async ({ page, site }) => {
  const odd = { ...starting, id: "odd0000001", status: "being_polished", colour: "blue", timeline: [entry("odd0000001", "polish")] }
  site.api.tell(odd as unknown as typeof starting)
  await page.goto(`${site.url}/shops/odd0000001`)
  await expect(page.getByText("Being polished")).toBeVisible()
  await expect(page.locator("[data-step=polish]")).toBeVisible()
  await page.goto(site.url)
  await expect(page.getByRole("button", { name: /Being polished/ })).toBeVisible()
})
