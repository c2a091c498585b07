import type { Page } from "@playwright/test"
import { createStore, expect, mark, PATIENCE, test } from "./system"

const NAME = "Browser's Tea"
const STEPS = ["requested", "namespace", "guardrails", "secrets", "chart", "pods", "answers", "sells"]

test("a store is made, sells, shows the order to its merchant, and is deleted with a receipt", async ({ page, made }) => {
  const id = await createStore(page, NAME, made)
  const notReloaded = await mark(page)
  const progress = watchSteps(page)
  await expect(page.getByRole("link", { name: "Open shop" })).toBeVisible({ timeout: PATIENCE })
  await notReloaded()
  const seen = await progress
  expect(seen.at(-1), "every step is done").toBe(STEPS.length)
  expect(seen.length, `steps arrived one after the other, seen: ${seen.join(", ")}`).toBeGreaterThanOrEqual(3)

  const number = await test.step("buy as a customer", () => buy(page))
  await test.step("see the order as the merchant", () => seeOrder(page, number))

  await test.step("delete", async () => {
    await page.bringToFront()
    await page.getByRole("button", { name: "Delete" }).click()
    await page.getByLabel(/^Type/).fill(NAME)
    await page.getByRole("button", { name: "Delete for good" }).click()
    await expect(page.getByRole("heading", { name: /Being deleted|Receipt/ })).toBeVisible()
    await expect(page.getByRole("heading", { name: "Receipt" })).toBeVisible({ timeout: PATIENCE })
    await expect(page.getByRole("list", { name: "What was removed" }).getByText("Namespace", { exact: true })).toBeVisible()
    await notReloaded()
  })
  made.splice(made.indexOf(id), 1)
})

/** How many steps were done, each time that changed, until all are. */
function watchSteps(page: Page): Promise<number[]> {
  return page.evaluate((all) => new Promise<number[]>((resolve) => {
    const seen: number[] = []
    const look = () => {
      const done = document.querySelectorAll("[data-step][data-state=done]").length
      if (seen.at(-1) !== done) seen.push(done)
      if (done === all) {
        watcher.disconnect()
        resolve(seen)
      }
    }
    const watcher = new MutationObserver(look)
    watcher.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-state"] })
    look()
  }), STEPS.length)
}

/** Opens the shop from the dashboard and orders with mouse and keyboard. Answers the order's number. */
async function buy(page: Page): Promise<string> {
  const opened = page.waitForEvent("popup")
  await page.getByRole("link", { name: "Open shop" }).click()
  const shop = await opened
  await shop.locator("#products a.card").first().click()
  const add = shop.getByRole("button", { name: "Add to cart" })
  await expect(add).toBeEnabled()
  await shop.getByLabel("Quantity").fill("2")
  await add.click()
  await shop.getByRole("link", { name: "See the cart" }).click()
  await shop.getByRole("link", { name: "Go to checkout" }).click()
  const place = shop.getByRole("button", { name: /^Place order for/ })
  await expect(shop.getByRole("radiogroup", { name: "Delivery" }).getByRole("radio").first()).toBeChecked()
  await expect(place).toBeEnabled()
  await shop.getByLabel("E-mail").focus()
  for (const text of ["ada@example.com", "Ada", "Lovelace", "12 St James's Square", "", "SW1Y 4JH", "London"]) {
    await shop.keyboard.type(text)
    await shop.keyboard.press("Tab")
  }
  await place.focus()
  await shop.keyboard.press("Enter")
  await expect(shop.getByRole("heading", { name: "Thank you for your order" })).toBeVisible({ timeout: 60_000 })
  const number = (await shop.locator("[data-order-number]").innerText()).trim()
  expect(number).toMatch(/^\d+$/)
  await shop.close()
  return number
}

/** Logs in to the shop's admin with what the dashboard reveals. */
async function seeOrder(page: Page, number: string): Promise<void> {
  await page.getByRole("button", { name: "Reveal" }).click()
  const user = await page.locator("[data-secret=user]").innerText()
  const password = await page.locator("[data-secret=password]").innerText()
  await page.getByRole("button", { name: "Hide" }).click()
  const opened = page.waitForEvent("popup")
  await page.getByRole("link", { name: /^Admin,/ }).click()
  const admin = await opened
  await admin.locator("input[name=email]").fill(user, { timeout: 60_000 })
  await admin.locator("input[name=password]").fill(password)
  await admin.keyboard.press("Enter")
  await expect(admin.locator("input[name=password]")).toBeHidden({ timeout: 60_000 })
  await admin.goto(new URL("/app/orders", admin.url()).href)
  await admin.getByText(`#${number}`, { exact: true }).first().click({ timeout: 60_000 })
  await expect(admin.getByText("ada@example.com").first()).toBeVisible({ timeout: 60_000 })
  await admin.close()
}
