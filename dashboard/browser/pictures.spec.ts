import { fileURLToPath } from "node:url"
import { logIn, program } from "./log-in"
import { expect, test } from "./site"

const FOLDER = fileURLToPath(new URL(process.env.PICTURES ?? "../../docs/pictures/", import.meta.url))
const EVERY = process.env.PICTURES_ALL !== undefined
/** With these the pictures are of a really running system and of one of its shops. */
const REAL = process.env.URUIMI_URL
const SHOP = process.env.PICTURES_SHOP

const RECORDED = [
  { name: "stores", path: "/", sees: "Teehaus Morgenrot" },
  { name: "create", path: "/create", sees: "Its address" },
  { name: "coming-up", path: "/shops/q8v4k1z7pm", sees: "Pods running" },
  { name: "ready", path: "/shops/k7m2p9x4qd", sees: "The shop front answers" },
  { name: "failed", path: "/shops/f3h8w2n6rt", sees: "Events of the cluster" },
  { name: "degraded", path: "/shops/d5c9t7m3xa", sees: "Last lines" },
  { name: "deleting", path: "/shops/g7r2d5x8kc", sees: "What holds it" },
  { name: "stuck", path: "/shops/s4k7p3m9vh", sees: "What holds it" },
  { name: "receipt", path: "/shops/x1b8n4c6yz", sees: "Nothing of it is left" },
  { name: "operations", path: "/operations", sees: "Median" },
]
const RUNNING = [
  { name: "stores", path: "/", sees: "All" },
  { name: "create", path: "/create", sees: "Its address" },
  { name: "operations", path: "/operations", sees: "Consumer lag" },
  ...(SHOP ? [{ name: "ready", path: `/shops/${SHOP}`, sees: "Your shop" }] : []),
]
const PAGES = REAL ? RUNNING : RECORDED
const LOOKS = [
  { width: 1440, scheme: "light", file: "" },
  { width: 1440, scheme: "dark", file: "-dark" },
  { width: 390, scheme: "light", file: "-phone" },
  { width: 390, scheme: "dark", file: "-phone-dark" },
] as const

/** The pictures of the documentation: pages wide and light, some also dark and on a phone. PICTURES_ALL makes every one. */
const wanted = (name: string, file: string) => EVERY || file === "" || (["stores", "ready"].includes(name) && file !== "-phone-dark")

for (const look of LOOKS) {
  test.describe(`${look.width} px, ${look.scheme}`, () => {
    test.use({ viewport: { width: look.width, height: look.width === 390 ? 844 : 900 }, colorScheme: look.scheme, stores: 14 })
    for (const { name, path, sees } of PAGES.filter((page) => wanted(page.name, look.file))) {
      test(name, async ({ page, site, playwright }) => {
        await page.emulateMedia({ reducedMotion: "reduce" })
        if (REAL) {
          await page.clock.setSystemTime(new Date())
          await logIn(page, await program(playwright.request), REAL)
        }
        await page.goto((REAL ?? site.url) + path)
        await expect(page.getByText(sees).first()).toBeVisible()
        await page.evaluate(() => document.fonts.ready)
        await page.screenshot({ path: `${FOLDER}/${name}${look.file}.png`, fullPage: name !== "stores", animations: "disabled" })
      })
    }
  })
}
