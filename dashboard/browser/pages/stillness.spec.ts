import { expect, test } from "../site"

/** What Lighthouse calls good. */
const MOST = 0.1
const PAGES = { "/": "Teehaus Morgenrot", "/create": "Its address", "/shops/q8v4k1z7pm": "1 of 2 ready", "/shops/k7m2p9x4qd": "The shop front answers", "/operations": "Show as a table" }

for (const width of [1440, 390]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 900 } })
    for (const [path, sees] of Object.entries(PAGES)) {
      test(`${path} does not jump while it is read from a slow API`, async ({ page, site }) => {
        site.api.slow = 250
        await page.addInitScript(() => {
          const seen = { shift: 0, what: [] as string[] }
          Object.assign(window, { seen })
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node: Element | null }[] })[]) {
              seen.shift += entry.value
              seen.what.push(`${entry.value.toFixed(3)} ${entry.sources.map(({ node }) => node?.textContent?.slice(0, 40)).join(" | ")}`)
            }
          }).observe({ type: "layout-shift", buffered: true })
        })
        await page.goto(site.url + path)
        await expect(page.getByText(sees).first()).toBeVisible()
        await expect(page.locator(".mantine-Skeleton-root")).toHaveCount(0)
        const { shift, what } = await page.evaluate(() => (window as unknown as { seen: { shift: number; what: string[] } }).seen)
        expect(shift, what.join("\n")).toBeLessThan(MOST)
      })
    }
  })
}
