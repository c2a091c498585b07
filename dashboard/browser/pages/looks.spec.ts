import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Page } from "@playwright/test"
import { expect, test } from "../site"

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

const PAGES = {
  "/": "Teehaus Morgenrot",
  "/?q=nothing+like+it": "No store matches",
  "/create": "Its address",
  "/shops/p2j6y9b4wd": "Coming up",
  "/shops/q8v4k1z7pm": "Pods running",
  "/shops/k7m2p9x4qd": "The shop front answers",
  "/shops/f3h8w2n6rt": "Events of the cluster",
  "/shops/d5c9t7m3xa": "Last lines",
  "/shops/g7r2d5x8kc": "What holds it",
  "/shops/s4k7p3m9vh": "What holds it",
  "/shops/x1b8n4c6yz": "Nothing of it is left",
  "/shops/nobody": "There is no such store",
  "/operations": "Median",
}

/** Axe runs through the debugger, which the page's policy does not concern. */
async function violations(page: Page, without: string[] = []) {
  await page.evaluate(AXE)
  return page.evaluate(async (without) => {
    const axe = (window as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[] }> } }).axe
    const { violations } = await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"], rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])) })
    return violations.filter(({ impact }) => impact !== "minor").map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.slice(0, 3).map((node) => `${node.html} ${node.failureSummary}`) }))
  }, without)
}

for (const width of [1440, 390]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme })
      for (const [path, sees] of Object.entries(PAGES)) {
        test(`${path} can be used by everybody and fits`, async ({ page, site }) => {
          await page.emulateMedia({ reducedMotion: "reduce" })
          await page.goto(site.url + path)
          await expect(page.getByText(sees).first()).toBeVisible()
          expect(await violations(page)).toEqual([])
          const [content, window_] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
          expect(content, "no sideways scrolling").toBeLessThanOrEqual(window_!)
        })
      }
    })
  }
}

test.describe("dialogs", () => {
  const open = { "/shops/k7m2p9x4qd": "Delete", "/shops/f3h8w2n6rt": "Retry…", "/operations": /Look inside/ }
  for (const [path, name] of Object.entries(open)) {
    test(`the dialog of ${path} can be used by everybody`, async ({ page, site }) => {
      await page.emulateMedia({ reducedMotion: "reduce" })
      await page.goto(site.url + path)
      await page.getByRole("button", { name }).click()
      await expect(page.getByRole("dialog")).toBeVisible()
      await expect(page.getByRole("dialog").getByRole("button").nth(1)).toBeVisible()
      // Mantine's dialogs have a <header>, which axe takes for a second one of the page.
      expect(await violations(page, ["landmark-no-duplicate-banner", "landmark-unique"])).toEqual([])
      await page.keyboard.press("Escape")
      await expect(page.getByRole("dialog")).toBeHidden()
    })
  }
})

test.describe("without stores", () => {
  test.use({ stores: -1 })
  test("the first visit says what a store is and has one button", async ({ page, site }) => {
    await page.goto(site.url)
    await expect(page.getByRole("heading", { name: "Open your first store" })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.getByRole("main").getByRole("link", { name: "Create a store" }).click()
    await expect(page.getByRole("heading", { name: "Create a store" })).toBeFocused()
  })
})

test("the policy's guard guards: an inline style is noticed", async ({ page, site }) => {
  await page.goto(site.url)
  const noticed = page.evaluate(() => new Promise((resolve) => document.addEventListener("securitypolicyviolation", (event) => {
    event.stopImmediatePropagation()
    resolve(event.violatedDirective)
  }, { capture: true, once: true })))
  await page.evaluate(() => {
    const style = document.createElement("style")
    style.textContent = "body { color: red }"
    document.head.append(style)
  })
  expect(await noticed).toBe("style-src-elem")
})
