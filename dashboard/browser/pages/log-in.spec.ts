import { starting } from "../fake/data"
import { expect, test } from "../site"

test("when the log-in ends while a page is open it says how to log in, and goes on there after that", async ({ page, site }) => {
  await page.goto(`${site.url}/shops/${starting.id}`)
  await expect(page.getByText("Pods running")).toBeVisible()
  site.api.loggedIn = false
  site.api.cut()
  await expect(page.getByRole("heading", { name: "You are not logged in" })).toBeVisible({ timeout: 15_000 })
  await expect(page.getByText("./uruimi login")).toBeVisible()
  site.api.loggedIn = true
  await page.getByRole("button", { name: "go on" }).click()
  await expect(page.getByRole("heading", { name: "Ada's Tea" })).toBeVisible()
})

test("who logs out sees no more stores", async ({ page, site }) => {
  await page.goto(site.url)
  await page.getByRole("button", { name: "Log out" }).click()
  await expect(page.getByRole("heading", { name: "You are not logged in" })).toBeVisible()
  await page.reload()
  await expect(page.getByRole("heading", { name: "You are not logged in" })).toBeVisible()
  await expect(page.getByText("Ada's Tea")).toBeHidden()
})
