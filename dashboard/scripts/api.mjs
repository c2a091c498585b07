// Takes the API's own document from a running store-api and makes the client's types of it.
//   npm run api                        from http://127.0.0.1:7080
//   npm run api -- http://host:port    from somewhere else
// A store-api wants its token: URUIMI_TOKEN_FILE names the file.
//   npm run api -- --types             only the types, from the checked-in openapi.json
import { spawnSync } from "node:child_process"
import { readFile, writeFile } from "node:fs/promises"

const DOCUMENT = new URL("../openapi.json", import.meta.url)
const asked = process.argv[2] ?? "http://127.0.0.1:7080"

/** The server writes every field of an answer (null where there is none), which its document does not say. */
function withRequired(document) {
  const schemas = document.components?.schemas ?? {}
  for (const [name, schema] of Object.entries(schemas)) {
    const answered = !["NewStore", "StoreChange", "NewWebhook", "LogInCode", "Problem", "FieldError", "Note"].includes(name)
    if (answered && schema.properties && !schema.required) schema.required = Object.keys(schema.properties)
  }
  return document
}

if (asked !== "--types") {
  const token = process.env.URUIMI_TOKEN_FILE && (await readFile(process.env.URUIMI_TOKEN_FILE, "utf8")).trim()
  const answer = await fetch(new URL("/openapi.json", asked), token ? { headers: { authorization: `Bearer ${token}` } } : {})
  if (!answer.ok) throw new Error(`${asked} answers ${answer.status}`)
  await writeFile(DOCUMENT, `${JSON.stringify(withRequired(await answer.json()), null, 2)}\n`)
}
JSON.parse(await readFile(DOCUMENT, "utf8"))
const { status } = spawnSync("npx", ["openapi-typescript", "openapi.json", "-o", "src/api/schema.ts"], {
  cwd: new URL("..", import.meta.url),
  stdio: "inherit",
})
process.exit(status ?? 1)
