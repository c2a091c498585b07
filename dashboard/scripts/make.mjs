// Builds the page for Maven, doing only what is needed: packages are installed when the lock file is newer than what is there,
// and the page is built when anything it is made of changed since it was built last. `make.mjs test` and `make.mjs browser` run
// tests and write their reports where Maven's are. An old Node.js (Debian 12 has 18) starts a newer one, which npm brings.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const ROOT = fileURLToPath(new URL("..", import.meta.url))
const SOURCES = ["src", "scripts", "browser", "index.html", "openapi.json", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts", "playwright.config.ts"]
const NODE = "22.23.3"
const [major, minor] = process.versions.node.split(".").map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  const { status } = spawnSync("npx", ["--yes", `--package=node@${NODE}`, "node", ...process.argv.slice(1)], { stdio: "inherit" })
  process.exit(status ?? 1)
}

const BUILT = join(ROOT, "node_modules/.cache/built-of")

function npm(...args) {
  const { status, error } = spawnSync("npm", args, { cwd: ROOT, stdio: "inherit" })
  if (error) throw new Error(`npm cannot be started; the dashboard needs Node.js 20.19 or later: ${error.message}`)
  if (status !== 0) process.exit(status ?? 1)
}

function files(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).sort().flatMap((name) => files(join(path, name)))
}

function fingerprint() {
  const hash = createHash("sha256").update(process.version)
  for (const file of SOURCES.flatMap((source) => files(join(ROOT, source)))) hash.update(file.slice(ROOT.length)).update("\0").update(readFileSync(file))
  return hash.digest("hex")
}

const installed = join(ROOT, "node_modules/.package-lock.json")
if (!existsSync(installed) || statSync(join(ROOT, "package-lock.json")).mtimeMs > statSync(installed).mtimeMs) npm("ci")

const TESTS = {
  test: ["test", "--", "--run", "--reporter=default", "--reporter=junit", "--outputFile.junit=target/surefire-reports/TEST-page.xml"],
  browser: ["run", "browser", "--", "--reporter=list,junit"],
}
const wanted = process.argv[2]
if (wanted) {
  if (!TESTS[wanted]) throw new Error(`make.mjs knows ${Object.keys(TESTS).join(", ")}, not ${wanted}`)
  process.env.PLAYWRIGHT_JUNIT_OUTPUT_FILE = join(ROOT, "target/failsafe-reports/TEST-browser.xml")
  npm(...TESTS[wanted])
  process.exit(0)
}

const now = fingerprint()
const before = existsSync(BUILT) && existsSync(join(ROOT, "dist/index.html")) ? readFileSync(BUILT, "utf8") : ""
if (now === before) {
  console.log("The page is built of what is here.")
} else {
  npm("run", "build")
  mkdirSync(join(ROOT, "node_modules/.cache"), { recursive: true })
  writeFileSync(BUILT, now)
}
