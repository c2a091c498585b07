export type Tone = "good" | "busy" | "warn" | "bad" | "quiet"
type Meaning = { word: string; tone: Tone; settled: boolean }

const MEANINGS: Record<string, Meaning> = {
  requested: { word: "Accepted", tone: "busy", settled: false },
  provisioning: { word: "Setting up", tone: "busy", settled: false },
  starting: { word: "Starting", tone: "busy", settled: false },
  ready: { word: "Ready", tone: "good", settled: true },
  degraded: { word: "Degraded", tone: "warn", settled: true },
  failed: { word: "Failed", tone: "bad", settled: true },
  deleting: { word: "Deleting", tone: "quiet", settled: false },
  deleted: { word: "Deleted", tone: "quiet", settled: true },
  delete_failed: { word: "Deletion stuck", tone: "bad", settled: true },
}

/** In the order in which a person wants to see them. */
export const STATUSES = Object.keys(MEANINGS)

/** A word of an API that says "some_new_state", for people: "Some new state". */
export const humanised = (word: string) => {
  const plain = word.replace(/[_-]+/g, " ").trim()
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** What a status means; statuses that are newer than this page are shown by their own name. */
export const meaning = (status: string): Meaning =>
  Object.hasOwn(MEANINGS, status) ? MEANINGS[status]! : { word: humanised(status), tone: "quiet", settled: true }

export const isComingUp = (status: string) => ["requested", "provisioning", "starting"].includes(status)
export const isGoing = (status: string) => ["deleting", "deleted", "delete_failed"].includes(status)
export const mayDelete = (status: string) => !["deleting", "deleted"].includes(status)
