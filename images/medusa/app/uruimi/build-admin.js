/** Builds the admin's pages into public/admin: what `medusa build` does for them, without compiling a backend we do not have. */
const { join } = require("node:path")
const { getResolvedPlugins } = require("@medusajs/framework/utils")

async function buildAdmin() {
  const root = join(__dirname, "..")
  process.chdir(root)
  const config = require("../medusa-config")
  const plugins = await getResolvedPlugins(root, config, true)
  const of = (type) => plugins.filter((p) => p.admin?.type === type).map((p) => p.admin.resolve)
  const { build } = await import("@medusajs/admin-bundler")
  await build({ disable: false, sources: of("local"), plugins: of("package"), ...config.admin, outDir: join(root, "public/admin") })
}

buildAdmin().then(() => process.exit(0), (error) => {
  console.error(error)
  process.exit(1)
})
