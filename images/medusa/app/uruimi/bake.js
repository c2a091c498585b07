/** Fills the empty database at DATABASE_URL with a shop that can sell. Run when the image is built; `pg_dump` then makes baked.sql. */
const { spawnSync } = require("node:child_process")
const { join } = require("node:path")

const ROOT = join(__dirname, "..")
process.chdir(ROOT)

async function bake() {
  const cli = join(ROOT, "node_modules/@medusajs/cli/cli.js")
  const migrated = spawnSync(process.execPath, [cli, "db:migrate", "--execute-safe-links"], { stdio: "inherit" })
  if (migrated.status !== 0) throw new Error("migrations failed")
  // The first start makes the default store, sales channel and publishable key.
  const { default: load } = require("@medusajs/medusa/loaders/index")
  const { container } = await load({ directory: ROOT, expressApp: require("express")() })
  await require("./seed").seed(container)
}

bake().then(() => process.exit(0), (error) => {
  console.error(error)
  process.exit(1)
})
