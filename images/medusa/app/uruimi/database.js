/** How this shop reaches its database, and how it waits for it. */
const { Client } = require("pg")

/** Errors of a database that is starting or whose name is not known yet: worth waiting for. */
const PASSING = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
  "57P03", // the database system is starting up
  "57P01", // terminating connection due to administrator command
  "53300", // too many connections
])

function databaseUrl(env = process.env) {
  if (env.DATABASE_URL) return env.DATABASE_URL
  const { PGHOST, PGPORT = "5432", PGUSER, PGPASSWORD, PGDATABASE } = env
  if (!PGHOST || !PGUSER || !PGDATABASE) return undefined
  const part = encodeURIComponent
  return `postgres://${part(PGUSER)}:${part(PGPASSWORD ?? "")}@${PGHOST}:${PGPORT}/${part(PGDATABASE)}`
}

/**
 * Connects, retrying every 100 ms while the database is not there yet.
 * @param {number} patience milliseconds
 * @throws what the database said, when it said no (a wrong password) or when patience is over
 */
async function connect(patience = 120_000) {
  const end = performance.now() + patience
  for (;;) {
    const client = new Client({ connectionString: databaseUrl(), connectionTimeoutMillis: 5_000 })
    client.on("error", () => {}) // reported by the query that meets it
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => {})
      const passing = PASSING.has(error.code) || /timeout/i.test(error.message)
      if (!passing || performance.now() > end) throw error
      await new Promise((resume) => setTimeout(resume, 100))
    }
  }
}

module.exports = { connect, databaseUrl }
