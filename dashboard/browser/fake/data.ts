import type { Capture, DeadLetterDetail, Engine, Platform, PlatformHealth, Pod, ProvisionTimes, Store, Workloads } from "../../src/api/types"

/** The moment at which all recorded data was taken. */
export const NOW = new Date("2026-11-24T12:00:00Z")
export const before = (seconds: number) => new Date(NOW.getTime() - seconds * 1000).toISOString()

const GiB = 2 ** 30
const MiB = 2 ** 20

export const platform: Platform = { version: "0.1.0", storeDomain: "localhost", storeProtocol: "http", ingressPort: 80, hostPattern: "store-<id>.localhost", simulated: false }

const quota = (cpu: string, memory: string, limit: string, storage: string) => ({ "requests.cpu": cpu, "requests.memory": memory, "limits.memory": limit, "requests.storage": storage, pods: "8" })

export const engines: Engine[] = [
  {
    name: "medusa", title: "Medusa", version: "0.1.0", deadlineMillis: 300_000, default: true, picture: "/engines/medusa/picture", valuesSchema: {},
    description: "A headless shop with an admin, a small storefront and its own PostgreSQL.",
    endpoints: [{ name: "shop", path: "/" }, { name: "admin", path: "/app" }],
    plans: {
      small: { title: "Small", description: "A first shop. 1 GiB of data, 1 GiB of pictures.", quota: quota("1", "1536Mi", "2Gi", "3Gi"), resources: { cpuMillis: 1000, memoryBytes: 2 * GiB, diskBytes: 3 * GiB } },
      medium: { title: "Medium", description: "A busy shop. 5 GiB of data, 5 GiB of pictures, twice the memory.", quota: quota("2", "3Gi", "4Gi", "12Gi"), resources: { cpuMillis: 2000, memoryBytes: 4 * GiB, diskBytes: 12 * GiB } },
      large: { title: "Large", description: "A large catalogue and many customers. 20 GiB of data, 20 GiB of pictures, four times the memory.", quota: quota("4", "6Gi", "8Gi", "45Gi"), resources: { cpuMillis: 4000, memoryBytes: 8 * GiB, diskBytes: 45 * GiB } },
    },
  },
]

const STEPS = [["namespace", 240], ["guardrails", 410], ["secrets", 190], ["chart", 2_730]] as const

function timeline(id: string, created: number, steps: number, attempt = 1): Store["timeline"] {
  let at = NOW.getTime() - created * 1000
  const entry = (step: string, durationMillis: number | null, detail: string | null = null) =>
    ({ id: `${id}/${attempt}/${step}`, step, at: new Date(at).toISOString(), durationMillis, attempt, detail, code: null })
  const entries = [entry("requested", null)]
  for (const [step, millis] of STEPS.slice(0, steps)) {
    at += millis
    entries.push(entry(step, millis))
  }
  if (steps >= STEPS.length) entries.push(entry("installed", 3_570))
  return entries
}

type Given = { id: string; name: string; status: Store["status"]; created: number } & Omit<Partial<Store>, "created">

export function store({ id, name, status, created, ...more }: Given): Store {
  const host = `store-${id}.localhost`
  return {
    id, version: 1, name, owner: "local", engine: "medusa", engineVersion: "0.1.0", plan: "small", values: {}, status,
    error_reason: null, reason: null, urls: { shop: `http://${host}/`, admin: `http://${host}/app` }, host, namespace: `store-${id}`, cell: "default",
    created: before(created), readyAfterMillis: null, attempt: 1, timeline: timeline(id, created, 4), receipt: null, needsAttention: false, attention: null,
    retry: { allowed: false, keepsData: null, does: "There is nothing to retry." },
    ...more,
  }
}

const ended = (id: string, created: number, step: string, after: number, detail: string | null, durationMillis: number | null = null) => [
  ...timeline(id, created, 4),
  { id: `${id}/1/${step}`, step, at: new Date(NOW.getTime() - created * 1000 + after).toISOString(), durationMillis, attempt: 1, detail, code: null },
]

export const ready = (id: string, name: string, created: number, readyAfterMillis = 41_300) =>
  store({ id, name, status: "ready", created, readyAfterMillis, timeline: ended(id, created, "ready", readyAfterMillis, null, readyAfterMillis - 3_570) })

const pulled = "The image localhost/uruimi/medusa:0.9 cannot be pulled: not found"
export const failed = store({
  id: "f3h8w2n6rt", name: "Harbour Ceramics", status: "failed", created: 1_260, error_reason: pulled,
  reason: { code: "image_pull", parameters: { image: "localhost/uruimi/medusa:0.9", message: "not found" }, retryable: true, remedy: "Check that the image exists and that the cluster may pull it, then retry.", evidence: null },
  timeline: ended("f3h8w2n6rt", 1_260, "failed", 64_000, pulled),
  retry: { allowed: true, keepsData: false, does: "Installs the shop again from empty volumes; it was never ready, so nothing is lost." },
})

const silent = 'The shop does not answer as it should at step "the shop\'s API answers": status 502'
export const degraded = store({
  id: "d5c9t7m3xa", name: "Nordlicht Laden", status: "degraded", created: 260_000, error_reason: silent, readyAfterMillis: 38_200,
  reason: { code: "shop_not_answering", parameters: { step: "the shop's API answers", message: "status 502" }, retryable: true, remedy: "Read the shop's log; the store heals by itself once it answers.", evidence: null },
  timeline: [
    ...ended("d5c9t7m3xa", 260_000, "ready", 38_200, null, 34_630),
    { id: "d5c9t7m3xa/1/degraded", step: "degraded", at: before(180), durationMillis: null, attempt: 1, detail: silent, code: null },
  ],
  retry: { allowed: true, keepsData: true, does: "Upgrades the shop in place; orders, products and passwords stay." },
})

export const starting = store({ id: "q8v4k1z7pm", name: "Ada's Tea", status: "starting", created: 22 })
export const provisioning = store({ id: "p2j6y9b4wd", name: "Blumen & Mehr", status: "provisioning", created: 2, timeline: timeline("p2j6y9b4wd", 2, 2) })
export const deleting = store({
  id: "g7r2d5x8kc", name: "Summer Pop-up", status: "deleting", created: 90_000, readyAfterMillis: 40_100,
  timeline: [...timeline("g7r2d5x8kc", 90_000, 4), { id: "g7r2d5x8kc/1/deleting", step: "deleting", at: before(14), durationMillis: null, attempt: 1, detail: null, code: null }],
})
const held = "The namespace store-s4k7p3m9vh is still terminating: content has finalizers"
export const stuck = store({
  id: "s4k7p3m9vh", name: "Old Lighthouse", status: "delete_failed", created: 700_000, error_reason: held,
  reason: { code: "namespace_stuck", parameters: { namespace: "store-s4k7p3m9vh", message: "content has finalizers" }, retryable: true, remedy: "Remove what holds it; deletion goes on by itself.", evidence: null },
  timeline: [
    ...timeline("s4k7p3m9vh", 700_000, 4),
    { id: "s4k7p3m9vh/1/deleting", step: "deleting", at: before(900), durationMillis: null, attempt: 1, detail: null, code: null },
    { id: "s4k7p3m9vh/1/delete_failed", step: "delete_failed", at: before(300), durationMillis: null, attempt: 1, detail: held, code: null },
  ],
  retry: { allowed: true, keepsData: false, does: "Tries the deletion again; everything in the shop goes." },
})
export const deleted = store({
  id: "x1b8n4c6yz", name: "Winter Market", status: "deleted", created: 1_200_000, retry: { allowed: false, keepsData: null, does: "It is deleted." },
  timeline: [...timeline("x1b8n4c6yz", 1_200_000, 4), { id: "x1b8n4c6yz/1/deleted", step: "deleted", at: before(400), durationMillis: 9_410, attempt: 1, detail: null, code: null }],
  receipt: {
    removed: { ConfigMap: 3, Deployment: 1, Ingress: 1, Job: 1, LimitRange: 1, Namespace: 1, NetworkPolicy: 3, PersistentVolume: 2, PersistentVolumeClaim: 2, Pod: 2, ResourceQuota: 1, Secret: 4, Service: 2, StatefulSet: 1 },
    durationMillis: 9_410, verifiedAt: before(400),
  },
})

const NAMES = ["Kaffee Kontor", "Maison Lumière", "The Paper Fox", "Olive & Oak", "Tūī Books", "Café Größenwahn", "Studio Ōkami", "Little Foundry", "Green Parcel", "Salt & Linen", "Papaya Press", "Two Rivers Honey", "Atelier Nine", "The Bike Cellar", "Pebble Toys", "Fjord Wool", "Cedar Lane", "Moss & Clay", "Rosehip", "Granite Tools"]
const ALPHABET = "bcdfghjkmnpqrstvwxz23456789"
const idOf = (number: number) => Array.from({ length: 10 }, (_, place) => ALPHABET[Math.floor(((number + 11) * 7_919 * 104_729) / ALPHABET.length ** place) % ALPHABET.length]).join("")

export const special = [starting, provisioning, failed, degraded, deleting, stuck, ready("k7m2p9x4qd", "Teehaus Morgenrot", 5_400, 42_800)]

/** All stores there are, the latest first; `size` of them plain ready ones. */
export function manyStores(size: number): Store[] {
  const plain = Array.from({ length: size }, (_, number) =>
    ready(idOf(number), `${NAMES[number % NAMES.length]}${number >= NAMES.length ? ` ${Math.floor(number / NAMES.length) + 1}` : ""}`, 8_000 + number * 5_311, 33_000 + ((number * 3_571) % 21_000)),
  )
  return [...special, ...plain, deleted].sort((a, b) => b.created.localeCompare(a.created))
}

const container = (name: string, state: Pod["containers"][number]["state"], reason: string | null = null, message: string | null = null): Pod["containers"][number] =>
  ({ name, init: false, state, reason, message, image: `localhost/uruimi/${name}:0.1.0`, restarts: 0 })
const pod = (name: string, component: string, up: boolean, container_: Pod["containers"][number]): Pod =>
  ({ name, component, phase: up ? "Running" : "Pending", ready: up, restarts: 0, startedAt: up ? before(20) : null, node: "uruimi", containers: [container_] })

const database = pod("medusa-postgres-0", "database", true, container("postgres", "running"))
const shopUp = pod("medusa-7c9f6d5b8-x2lqp", "shop", true, container("medusa", "running"))
const shopComing = pod("medusa-7c9f6d5b8-x2lqp", "shop", false, container("medusa", "waiting", "ContainerCreating"))
const shopBad = pod("medusa-7c9f6d5b8-x2lqp", "shop", false, container("medusa", "waiting", "ImagePullBackOff", 'Back-off pulling image "localhost/uruimi/medusa:0.9"'))

const volumes = [{ name: "data-medusa-postgres-0", phase: "Bound", requestedBytes: GiB }, { name: "medusa-uploads", phase: "Bound", requestedBytes: GiB }]
const used = { cpu: { used: 350, hard: 1000 }, memory: { used: 1120 * MiB, hard: 2 * GiB }, storage: { used: 2 * GiB, hard: 3 * GiB }, pods: { used: 2, hard: 8 } }
const check: NonNullable<Workloads["lastCheck"]> = { at: before(12), ok: true, kind: "live", detail: null, lastSaleCheckAt: before(5_360) }

export function workloads({ status }: Store): Workloads {
  const seen = { observedAt: before(1), volumes, quota: used, lastCheck: null, holding: [] as string[] }
  if (status === "ready") return { ...seen, pods: [shopUp, database], lastCheck: check }
  if (status === "degraded") return { ...seen, pods: [{ ...shopUp, restarts: 3 }, database], lastCheck: { ...check, ok: false, detail: silent } }
  if (status === "failed") return { ...seen, pods: [shopBad, database] }
  if (status === "starting") return { ...seen, pods: [shopComing, database] }
  if (status === "deleting") return { ...seen, pods: [], volumes: volumes.slice(0, 1), holding: ["Some content in the namespace has finalizers remaining: kubernetes.io/pvc-protection in 1 resource instances"] }
  if (status === "delete_failed") return { ...seen, pods: [], volumes: volumes.slice(0, 1), holding: ["Some content in the namespace has finalizers remaining: example.org/hold in 1 resource instances", "Persistent volume claim data-medusa-postgres-0 is held by the finalizer example.org/hold"] }
  return { ...seen, pods: [], volumes: [], quota: { cpu: null, memory: null, storage: null, pods: null } }
}

export function evidence({ id, status, error_reason, reason }: Store): Capture[] {
  if (!reason || (status !== "failed" && status !== "degraded")) return []
  const probe = { at: before(181), step: "the shop's API answers", request: "GET /health", status: 502, error: null, body: "<html><head><title>502 Bad Gateway</title></head></html>" }
  const lines = ["info: Watching filesystem to reload dev server on file change", "error: Error in starting Medusa", "Error: connect ECONNREFUSED 10.43.118.7:5432", "    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1611:16)", "password=******** was refused; retrying in 5 s"]
  return [{
    id: `${id}/1/${status}-2`, at: before(180), attempt: 1, status, reason: { code: reason.code, sentence: error_reason ?? "" },
    pods: status === "failed" ? [shopBad, database] : [{ ...shopUp, ready: false, restarts: 3 }, database],
    events: [
      { at: before(200), type: "Warning", reason: status === "failed" ? "Failed" : "Unhealthy", object: "Pod/medusa-7c9f6d5b8-x2lqp", message: status === "failed" ? 'Failed to pull image "localhost/uruimi/medusa:0.9": not found' : "Readiness probe failed: HTTP probe failed with statuscode: 502", count: 4 },
      { at: before(260), type: "Normal", reason: "Scheduled", object: "Pod/medusa-7c9f6d5b8-x2lqp", message: "Successfully assigned to uruimi", count: 1 },
    ],
    logs: status === "failed" ? [] : [{ pod: "medusa-7c9f6d5b8-x2lqp", container: "medusa", previous: true, lines }],
    probe: status === "failed" ? null : probe, release: { status: "deployed", revision: 1 }, nodes: [{ name: "uruimi", ready: true, pressure: [] }],
  }]
}

export const health: PlatformHealth = {
  at: before(2),
  services: [
    { name: "store-api", status: "up", detail: null, answeredMillis: 2 },
    { name: "provisioner", status: "up", detail: null, answeredMillis: 3 },
    { name: "readiness-watcher", status: "impaired", detail: "The watch of pods was interrupted 8 s ago and is being opened again.", answeredMillis: 6 },
    { name: "cleanup", status: "up", detail: null, answeredMillis: 3 },
  ],
  parts: [
    { name: "kafka", status: "up", detail: null }, { name: "postgres", status: "up", detail: null },
    { name: "cluster", status: "up", detail: null }, { name: "ingress", status: "up", detail: null },
  ],
  lag: [
    { group: "store-api", events: 0, partitionsBehind: 0 }, { group: "provisioner", events: 0, partitionsBehind: 0 },
    { group: "readiness-watcher", events: 14, partitionsBehind: 2 }, { group: "cleanup", events: 0, partitionsBehind: 0 },
  ],
  deadLetters: 1,
  capacity: { nodes: 1, simulated: false, cpu: { requested: 2_450, allocatable: 8_000 }, memory: { requested: 9.2 * GiB, allocatable: 22 * GiB }, pods: { requested: 31, allocatable: 110 } },
}

export const failures = [
  { code: "image_pull", sentence: pulled, count: 3, latest: before(1_196), stores: ["f3h8w2n6rt"] },
  { code: "shop_not_answering", sentence: silent, count: 1, latest: before(180), stores: ["d5c9t7m3xa"] },
]

export const times: ProvisionTimes = {
  bucketMillis: 21_600_000,
  buckets: Array.from({ length: 28 }, (_, index) => index).filter((index) => index !== 9).map((index) => {
    const median = 39_000 + Math.round(5_000 * Math.sin(index / 2.3)) + (index % 4) * 700
    return { from: before((27 - index) * 21_600), count: 3 + (index % 5), medianMillis: median, p95Millis: median + 9_000 + (index % 6) * 2_300 }
  }),
  typical: { medusa: { readyAfterMillis: 41_000, steps: { namespace: 240, guardrails: 410, secrets: 190, chart: 2_700, ready: 37_000 } } },
}

export const deadLetter: DeadLetterDetail = {
  id: "uruimi.store-events.store-api.dlt:0:4", service: "store-api", at: before(3_900), storeId: "k7m2p9x4qd", eventType: "dev.uruimi.store.ready.v1",
  error: "The event's data has no field attempt", source: { topic: "uruimi.store-events", partition: 2, offset: 418 }, handled: null,
  headers: { "ce_type": "dev.uruimi.store.ready.v1", "x-exception-message": "The event's data has no field attempt" }, body: '{"storeId":"k7m2p9x4qd","epoch":2}', bodyBytes: 33,
}
