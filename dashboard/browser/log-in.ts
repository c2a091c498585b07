import { readFileSync } from "node:fs"
import { homedir } from "node:os"
import { join } from "node:path"
import { type APIRequest, type APIRequestContext, expect, type Page } from "@playwright/test"

/** Requests of a program that holds the installation's token. The browser, which visits shops too, never shows it. */
export function program(request: APIRequest): Promise<APIRequestContext> {
  const token = readFileSync(tokenFile(), "utf8").trim()
  return request.newContext({ extraHTTPHeaders: { Authorization: `Bearer ${token}` } })
}

/** Logs the browser in as a person does: by the link that `uruimi login` prints. */
export async function logIn(page: Page, request: APIRequestContext, uruimi: string): Promise<void> {
  const { path } = (await (await request.post(`${uruimi}/log-in/links`)).json()) as { path: string }
  await page.goto(uruimi + path)
  await expect(page).toHaveURL(`${uruimi}/`)
  await expect(page.getByRole("button", { name: "Log out" })).toBeVisible()
}

/** Told by the environment, else where `up` puts it. */
function tokenFile(): string {
  const state = process.env.URUIMI_STATE ?? join(process.env.XDG_STATE_HOME ?? join(homedir(), ".local/state"), "uruimi")
  return process.env.URUIMI_TOKEN_FILE ?? join(state, "secrets/log-in-token")
}
