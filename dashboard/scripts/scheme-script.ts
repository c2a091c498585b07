import { readFileSync } from "node:fs"
import type { Plugin } from "vite"

const PLACE = "/src/theme/scheme.js"
const SOURCE = new URL(`..${PLACE}`, import.meta.url)

/** Builds the script that chooses light or dark before the first paint as a file of its own: the page's policy allows none inline. */
export function schemeScript(): Plugin {
  let file = ""
  return {
    name: "uruimi-scheme-script",
    apply: "build",
    buildStart() {
      this.emitFile({ type: "asset", name: "scheme.js", originalFileName: PLACE, source: readFileSync(SOURCE, "utf8") })
    },
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        file = Object.keys(bundle).find((name) => /scheme-[^/]+\.js$/.test(name)) ?? ""
        if (!file || !html.includes(PLACE)) throw new Error("scheme.js has no place in index.html")
        return html.replace(PLACE, `/${file}`)
      },
    },
  }
}
