import { apiPid, createStore, expect, mark, PATIENCE, test, URUIMI } from "./system"

test("when the API is killed the page says so, comes back by itself and shows the truth", async ({ page, request, made }) => {
  const id = await createStore(page, "Survivor", made)
  const notReloaded = await mark(page)
  await expect(page.locator("[data-step=namespace][data-state=done]")).toBeVisible({ timeout: PATIENCE })

  const banner = page.getByText("Your shops keep running; trying again by itself.")
  process.kill(apiPid(), "SIGKILL")
  await expect(banner).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole("heading", { name: "Survivor" })).toBeVisible()

  await expect(banner).toBeHidden({ timeout: PATIENCE })
  await expect(page.getByRole("link", { name: "Open shop" })).toBeVisible({ timeout: PATIENCE })
  await notReloaded()
  const truth = (await (await request.get(`${URUIMI}/stores/${id}`)).json()) as { status: string; timeline: unknown[] }
  expect(truth.status).toBe("ready")
  await expect(page.getByText(`${truth.timeline.length} events`)).toBeVisible()
  await expect(page.locator("[data-step][data-state=done]")).toHaveCount(8)
})
