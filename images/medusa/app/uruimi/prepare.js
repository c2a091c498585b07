/**
 * Brings the database to where the server may start: restored when empty, migrated when the image is newer, and made this store's
 * own. Safe to run again and by two pods at once (an advisory lock), and safe to kill: every step is one transaction.
 * Runs as a worker thread beside the loading of the server's modules, and by itself with `node uruimi/prepare.js`.
 */
const { randomUUID } = require("node:crypto")
const { spawnSync } = require("node:child_process")
const { readFileSync } = require("node:fs")
const { join } = require("node:path")
const { isMainThread, parentPort } = require("node:worker_threads")
const scrypt = require("scrypt-kdf")
const { connect } = require("./database")

const ROOT = join(__dirname, "..")
const DUMP = join(ROOT, "baked.sql")
/** The version of the shop's software: when the database names another, its migrations are run. */
const VERSION = require("@medusajs/medusa/package.json").version
const LOCK = 0x7572_7569

async function prepare(env = process.env) {
  const db = await connect()
  try {
    await db.query("select pg_advisory_lock($1)", [LOCK])
    await restoreIfEmpty(db)
    await migrateIfOlder(db)
    await personalise(db, env)
  } finally {
    await db.end().catch(() => {})
  }
}

async function inTransaction(db, work) {
  await db.query("begin")
  try {
    await work()
    await db.query("commit")
  } catch (error) {
    await db.query("rollback").catch(() => {})
    throw error
  }
}

async function restoreIfEmpty(db) {
  const { rows } = await db.query("select to_regclass('public.store') is null as empty")
  if (!rows[0].empty) return
  const began = performance.now()
  await inTransaction(db, async () => {
    await db.query(readFileSync(DUMP, "utf8"))
    // pg_dump empties the search path of its session.
    await db.query("reset search_path")
    await marker(db)
    await db.query("insert into uruimi_shop (version) values ($1)", [VERSION])
  })
  say("database restored", began)
}

/** One row that says which version wrote this database and which secrets it has taken over. */
async function marker(db) {
  await db.query(`create table if not exists uruimi_shop (
    only_row boolean primary key default true check (only_row), version text not null,
    named boolean not null default false, admin_email text, admin_hash text)`)
}

async function migrateIfOlder(db) {
  await marker(db)
  const { rows } = await db.query("select version from uruimi_shop")
  if (rows[0]?.version === VERSION) return
  const began = performance.now()
  const cli = join(ROOT, "node_modules/@medusajs/cli/cli.js")
  const done = spawnSync(process.execPath, [cli, "db:migrate", "--execute-safe-links"], { cwd: ROOT, stdio: "inherit" })
  if (done.status !== 0) throw new Error(`The database could not be migrated to Medusa ${VERSION} (exit ${done.status ?? done.signal})`)
  await db.query(
    "insert into uruimi_shop (version) values ($1) on conflict (only_row) do update set version = excluded.version",
    [VERSION],
  )
  say(`database migrated from ${rows[0]?.version ?? "an unknown version"} to ${VERSION}`, began)
}

/**
 * The baked database is the same in every store: key, name and admin come from this store's Secret. The key follows the Secret at
 * every start; name and password only until the merchant changes them in the admin, or until the Secret says something new.
 */
async function personalise(db, env) {
  const { ADMIN_EMAIL, ADMIN_PASSWORD, PUBLISHABLE_KEY, STORE_NAME } = env
  await inTransaction(db, async () => {
    const { rows } = await db.query("select named, admin_email, admin_hash from uruimi_shop for update")
    const { named, admin_email: email, admin_hash: hash } = rows[0]
    if (PUBLISHABLE_KEY) await db.query(
      `update api_key set token = $1, redacted = $2, updated_at = now() where id =
         (select id from api_key where type = 'publishable' and deleted_at is null order by created_at, id limit 1) and token <> $1`,
      [PUBLISHABLE_KEY, `${PUBLISHABLE_KEY.slice(0, 6)}***${PUBLISHABLE_KEY.slice(-3)}`],
    )
    if (STORE_NAME && !named) {
      await db.query("update store set name = $1, updated_at = now() where deleted_at is null", [STORE_NAME])
      await db.query("update uruimi_shop set named = true")
    }
    if (ADMIN_EMAIL && ADMIN_PASSWORD) {
      const known = email === ADMIN_EMAIL && (await scrypt.verify(Buffer.from(hash, "base64"), ADMIN_PASSWORD))
      if (known) return
      const taken = await setAdmin(db, ADMIN_EMAIL, ADMIN_PASSWORD)
      await db.query("update uruimi_shop set admin_email = $1, admin_hash = $2", [ADMIN_EMAIL, taken])
    }
  })
}

/** What `medusa user` writes, as rows: a user, an identity that points at it, and a password for that identity. @returns its hash */
async function setAdmin(db, email, password) {
  const hash = (await scrypt.kdf(password, { logN: 15, r: 8, p: 1 })).toString("base64")
  const id = (prefix) => `${prefix}_${randomUUID().replaceAll("-", "")}`
  const known = await db.query(
    "select 1 from provider_identity where provider = 'emailpass' and entity_id = $1 and deleted_at is null", [email])
  if (known.rowCount) {
    await db.query(
      `update provider_identity set provider_metadata = jsonb_set(coalesce(provider_metadata, '{}'), '{password}', to_jsonb($2::text)),
         updated_at = now() where provider = 'emailpass' and entity_id = $1`, [email, hash])
    return hash
  }
  const user = id("user")
  const identity = id("authid")
  await db.query(`insert into "user" (id, email) values ($1, $2)`, [user, email])
  await db.query("insert into auth_identity (id, app_metadata) values ($1, $2)", [identity, { user_id: user }])
  await db.query(
    `insert into provider_identity (id, entity_id, provider, auth_identity_id, provider_metadata)
     values ($1, $2, 'emailpass', $3, $4)`, [id("provid"), email, identity, { password: hash }])
  return hash
}

function say(what, began) {
  console.log(JSON.stringify({ level: "info", message: what, millis: Math.round(performance.now() - began) }))
}

module.exports = { prepare, VERSION }

if (!isMainThread) {
  prepare().then(() => parentPort.postMessage("prepared"))
} else if (require.main === module) {
  prepare().catch((error) => {
    console.error(error.message)
    process.exit(1)
  })
}
