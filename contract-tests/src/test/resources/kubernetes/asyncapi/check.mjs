// Says what AsyncAPI's own parser finds wrong with a document, a line for each; fails if there is any error or warning.
import { Parser, fromFile } from "@asyncapi/parser"

const SEVERITIES = ["error", "warning"]
const { document, diagnostics } = await fromFile(new Parser(), process.argv.at(-1)).parse()
const wrong = diagnostics.filter(({ severity }) => severity < SEVERITIES.length)
for (const { severity, code, path, message } of wrong) console.log(`${SEVERITIES[severity]} ${code} at ${path.join("/")}: ${message}`)
if (wrong.length > 0) process.exit(1)
console.log(`valid: ${document.allMessages().length} messages`)
