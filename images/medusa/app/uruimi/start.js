/**
 * The shop's process: prepares the database in a worker thread while this thread loads the server's modules (most of the start is
 * loading), then starts Medusa here, so that signals and memory limits concern one process.
 */
const { appendFileSync } = require("node:fs")
const { join } = require("node:path")
const { Worker } = require("node:worker_threads")

const ROOT = join(__dirname, "..")
process.chdir(ROOT)

// As PID 1 this process has no default for signals; once it serves, Medusa ends it gracefully.
const leave = () => process.exit(0)
process.on("SIGTERM", leave).on("SIGINT", leave)

const prepared = new Promise((resolve, reject) => {
  const worker = new Worker(join(__dirname, "prepare.js"))
  worker.once("message", resolve)
  worker.once("error", reject)
  worker.once("exit", (code) => reject(new Error(`The database's preparation ended early (${code})`)))
})
prepared.catch(giveUp)

/** One line on stderr and in the container's termination message: that is what a person and the readiness watcher read. */
function giveUp(error) {
  const line = `The shop cannot start: ${error.message}${error.code ? ` (${error.code})` : ""}`
  console.error(line)
  try {
    appendFileSync("/dev/termination-log", line)
  } catch {} // not in a pod
  process.exit(1)
}

const { default: start } = require("@medusajs/medusa/commands/start")
require("@medusajs/core-flows")

prepared
  .then(() => start({ directory: ROOT, host: "0.0.0.0", port: Number(process.env.PORT || 9000) }))
  .then(() => process.off("SIGTERM", leave).off("SIGINT", leave))
  .catch(giveUp)
