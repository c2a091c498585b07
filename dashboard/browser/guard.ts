import type { Page } from "@playwright/test"

/** Collects what must not happen on a page: errors of its scripts, and whatever its content policy forbids. */
export async function guarded(page: Page): Promise<string[]> {
  const wrong: string[] = []
  page.on("pageerror", (error) => wrong.push(String(error)))
  await page.exposeFunction("violated", (what: string) => wrong.push(what))
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      void (window as unknown as { violated: (what: string) => void }).violated(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
    })
  })
  return wrong
}
