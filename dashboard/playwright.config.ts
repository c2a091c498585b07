import { defineConfig } from "@playwright/test"

/** Debian's chromium; browsers are never downloaded. */
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium"

export default defineConfig({
  testDir: "browser",
  outputDir: "node_modules/.cache/browser",
  workers: 1,
  reporter: [["list"]],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: { executablePath, args: ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb", "--font-render-hinting=none"] },
  },
  projects: [
    { name: "pages", testMatch: "pages/*.spec.ts" },
    { name: "pictures", testMatch: "pictures.spec.ts" },
    { name: "system", testMatch: "system/*.spec.ts", timeout: 15 * 60_000 },
  ],
})
