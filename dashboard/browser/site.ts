import { test as base, expect } from "@playwright/test"
import { manyStores, NOW } from "./fake/data"
import { FakeApi } from "./fake/fake-api"
import { Site } from "./fake/serve"
import { guarded } from "./guard"

type Fixtures = { stores: number; site: Site }

/** Tests of the built page before recorded data. Each fails on anything the page's policy forbids and on any error of the page. */
export const test = base.extend<Fixtures>({
  stores: [12, { option: true }],
  site: async ({ stores }, use) => {
    const site = new Site(new FakeApi(stores < 0 ? [] : manyStores(stores)))
    await site.up()
    await use(site)
    await site.down()
  },
  page: async ({ page }, use) => {
    const wrong = await guarded(page)
    await page.clock.setFixedTime(NOW)
    await use(page)
    expect(wrong, "errors and policy violations of the page").toEqual([])
  },
})

export { expect }
