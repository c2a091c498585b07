import { execFileSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { test as base, expect, type Page } from "@playwright/test"
import { guarded } from "../guard"
import { logIn, program } from "../log-in"

/** Where the really running system is. */
export const URUIMI = process.env.URUIMI_URL ?? "http://127.0.0.1:7080"
export const PATIENCE = 6 * 60_000

type Fixtures = { made: string[] }

/** Tests of the running system. Stores whose ids are put into `made` are deleted afterwards, also when the test failed. */
export const test = base.extend<Fixtures>({
  made: async ({ request }, use) => {
    const made: string[] = []
    await use(made)
    for (const id of made) {
      const answer = await request.delete(`${URUIMI}/stores/${id}`)
      expect(answer.status(), `deleting ${id}`).toBe(202)
    }
  },
  request: async ({ playwright }, use) => {
    const request = await program(playwright.request)
    await use(request)
    await request.dispose()
  },
  page: async ({ page, request }, use) => {
    const wrong = await guarded(page)
    await logIn(page, request, URUIMI)
    await use(page)
    expect(wrong, "errors and policy violations of the dashboard").toEqual([])
  },
})

export { expect }

/** Makes a store as a person does, and stays on its page. */
export async function createStore(page: Page, name: string, made: string[]): Promise<string> {
  await page.goto(URUIMI)
  await page.getByRole("link", { name: /Create (a )?store/ }).first().click()
  await page.getByText("Medusa", { exact: false }).first().click()
  await page.getByLabel("Name").fill(name)
  await page.getByRole("main").getByRole("button", { name: "Create store" }).click()
  await expect(page).toHaveURL(/\/shops\/[a-z0-9]{10}$/)
  const id = new URL(page.url()).pathname.split("/").at(-1)!
  made.push(id)
  await expect(page.getByRole("heading", { name })).toBeVisible()
  return id
}

/** Marks the document, to tell later that it was never loaded anew. */
export async function mark(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => document.documentElement.setAttribute("data-never-reloaded", ""))
  return () => expect(page.locator("html")).toHaveAttribute("data-never-reloaded", "")
}

/** The process of store-api: told by the environment, else by the `uruimi` command. */
export function apiPid(): number {
  const told = process.env.URUIMI_API_PID
  if (told) return Number(told)
  const command = fileURLToPath(new URL("../../../uruimi", import.meta.url))
  const { parts } = JSON.parse(execFileSync(command, ["status", "--json"], { encoding: "utf8" })) as { parts: { name: string; pid: number }[] }
  const api = parts.find(({ name }) => name === "store-api")
  if (!api) throw new Error("`uruimi status` knows no store-api")
  return api.pid
}
