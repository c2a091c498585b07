// The first page may weigh at most 250 kB, gzipped: its scripts and styles, with everything they import at once.
// Fonts and pictures are not counted here; they come later and block nothing.
import { readFile } from "node:fs/promises"
import { gzipSync } from "node:zlib"

const BUDGET = 250_000
const dist = new URL("../dist/", import.meta.url)
const manifest = JSON.parse(await readFile(new URL("manifest.json", dist), "utf8"))

const files = new Set()
const take = (key) => {
  const chunk = manifest[key]
  if (files.has(chunk.file)) return
  files.add(chunk.file)
  for (const sheet of chunk.css ?? []) files.add(sheet)
  for (const other of chunk.imports ?? []) take(other)
}
take("index.html")

let sum = 0
for (const file of files) {
  const size = gzipSync(await readFile(new URL(file, dist))).length
  sum += size
  console.log(`${(size / 1000).toFixed(1).padStart(7)} kB  ${file}`)
}
console.log(`${(sum / 1000).toFixed(1).padStart(7)} kB  gzipped, of ${BUDGET / 1000} kB`)
if (sum > BUDGET) {
  console.error("The first page is too heavy.")
  process.exitCode = 1
}
