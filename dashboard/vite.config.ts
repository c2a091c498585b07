import react from "@vitejs/plugin-react"
import { fileURLToPath } from "node:url"
import type { ProxyOptions } from "vite"
import { defineConfig } from "vitest/config"
import { schemeScript } from "./scripts/scheme-script.ts"

const API = process.env.URUIMI_URL ?? "http://127.0.0.1:7080"
const PATHS = ["/stores", "/engines", "/platform", "/dead-letters", "/actuator", "/openapi.json", "/log-in", "/log-out"]

/** To store-api, which refuses other origins, pages of this server are its own. Those of others stay others'. */
const proxied: ProxyOptions = {
  target: API,
  changeOrigin: true,
  configure: (proxy) =>
    proxy.on("proxyReq", (outgoing, incoming) => {
      if (incoming.headers.origin === `http://${incoming.headers.host}`) outgoing.setHeader("origin", API)
    }),
}
const proxy = Object.fromEntries(PATHS.map((path) => [path, proxied]))

export default defineConfig({
  plugins: [react(), schemeScript()],
  resolve: { alias: { "@": fileURLToPath(new URL("src", import.meta.url)) } },
  server: { host: "127.0.0.1", proxy },
  // Pictures stay files: the page's policy allows no data: addresses.
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, manifest: "manifest.json", target: "es2023", chunkSizeWarningLimit: 600 },
  test: {
    environment: "jsdom",
    environmentOptions: { jsdom: { url: "http://127.0.0.1:7080/" } },
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: "src/testing/setup.ts",
    css: { modules: { classNameStrategy: "non-scoped" } },
    restoreMocks: true,
    testTimeout: 20_000,
  },
})
