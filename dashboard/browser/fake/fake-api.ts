import { readFile } from "node:fs/promises"
import { randomUUID } from "node:crypto"
import { setTimeout } from "node:timers/promises"
import type { IncomingMessage, ServerResponse } from "node:http"
import type { Store } from "../../src/api/types"
import * as data from "./data"

type Recorded = { method: string; path: string; key: string | undefined; body: string }

/** Answers as store-api does, of recorded data. What tests do to it, its live stream tells. */
export class FakeApi {
  /** Milliseconds it takes over every answer. */
  slow = 0
  /** Whether the browser is logged in. */
  loggedIn = true
  readonly asked: Recorded[] = []
  private readonly stores = new Map<string, Store>()
  private readonly streams = new Set<ServerResponse>()
  private readonly keys = new Map<string, string>()
  private changes: Store[] = []
  private letter = data.deadLetter

  constructor(stores: Store[]) {
    for (const store of stores) this.stores.set(store.id, store)
  }

  /** A store is now like this. */
  tell(store: Store): void {
    this.stores.set(store.id, store)
    this.changes.push(store)
    for (const stream of this.streams) this.send(stream, this.changes.length)
  }

  get(id: string): Store {
    const store = this.stores.get(id)
    if (!store) throw new Error(`no store ${id}`)
    return store
  }

  cut(): void {
    for (const stream of this.streams) stream.destroy()
    this.streams.clear()
  }

  answers(path: string): boolean {
    return /^\/(stores|engines|platform|dead-letters|actuator|log-out)(\/|$|\?)/.test(path)
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost")
    const parts = url.pathname.split("/").filter(Boolean).map(decodeURIComponent)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    const key = request.headers["idempotency-key"]?.toString()
    const method = request.method ?? "GET"
    this.asked.push({ method, path: url.pathname, key, body })
    if (!this.loggedIn && parts[0] !== "actuator") return needsLogIn(response)
    if (parts[0] === "log-out") this.loggedIn = false
    if (parts[0] === "engines" && parts[2] === "picture") return picture(parts[1] ?? "", response)
    if (url.pathname === "/stores/events") return this.follow(url, request, response)
    if (this.slow) await setTimeout(this.slow)
    const [status, answer] = this.answer(method, parts, url, body, key)
    response.writeHead(status, { "content-type": status < 400 ? "application/json" : "application/problem+json", "cache-control": "no-store" })
    response.end(JSON.stringify(answer))
  }

  private answer(method: string, [first, id, what]: string[], url: URL, body: string, key: string | undefined): [number, unknown] {
    if (first === "actuator") return [200, { status: "UP" }]
    if (first === "log-out") return [200, {}]
    if (first === "engines") return [200, { engines: data.engines }]
    if (first === "platform") return this.platform(id)
    if (first === "dead-letters") return this.letters(method, id, what, body)
    if (!id) return method === "POST" ? this.create(JSON.parse(body), key) : [200, this.list(url.searchParams)]
    const store = this.stores.get(id)
    if (!store) return [404, { type: "urn:uruimi:problem:no-such-store", title: "No such store", status: 404, detail: `There is no store ${id}.` }]
    if (method === "PATCH") return this.changed(store, JSON.parse(body) as { name?: string; plan?: string })
    if (method === "DELETE") return this.became(store, { status: "deleting", timeline: [...store.timeline, this.entry(store, "deleting")] })
    if (method === "POST") return this.became(store, { status: "requested", attempt: store.attempt + 1, error_reason: null, reason: null, timeline: [...store.timeline, this.entry(store, "requested", store.attempt + 1)] })
    if (what === "workloads") return [200, data.workloads(store)]
    if (what === "evidence") return [200, { evidence: data.evidence(store) }]
    if (what === "credentials") return [200, { username: `admin@${store.host}`, password: "kV7-mQ2x-Rt9w-Zp4s" }]
    return [200, store]
  }

  private changed(store: Store, change: { name?: string; plan?: string }): [number, unknown] {
    const resized = change.plan === undefined ? {} : { status: "requested" as const, attempt: store.attempt + 1, timeline: [...store.timeline, this.entry(store, "requested", store.attempt + 1)] }
    return this.became(store, { ...change, ...resized, version: store.version + 1 })
  }

  private became(store: Store, change: Partial<Store>): [number, unknown] {
    const now = { ...store, ...change }
    this.tell(now)
    return [202, now]
  }

  private entry(store: Store, step: string, attempt = store.attempt) {
    return { id: `${store.id}/${attempt}/${step}`, step, at: data.before(0), durationMillis: null, attempt, detail: null, code: null }
  }

  private create({ name, plan }: { name: string; plan: string }, key: string = randomUUID()): [number, unknown] {
    const known = this.keys.get(key)
    if (known) return [202, this.stores.get(known)]
    const id = `n${String(this.stores.size).padStart(9, "0")}`
    const store = data.store({ id, name, plan, status: "requested", created: 0, timeline: [] })
    const made = { ...store, timeline: [this.entry(store, "requested")] }
    this.keys.set(key, id)
    this.tell(made)
    return [202, made]
  }

  private list(query: URLSearchParams) {
    const q = query.get("q")?.toLowerCase() ?? ""
    const engines = query.get("engine")?.split(",")
    const statuses = query.get("status")?.split(",")
    const matching = [...this.stores.values()].filter((store) => (!engines || engines.includes(store.engine)) && `${store.name} ${store.id}`.toLowerCase().includes(q))
    const counts: Record<string, number> = {}
    for (const { status } of matching) if (status !== "deleted") counts[status] = (counts[status] ?? 0) + 1
    const found = matching.filter(({ status }) => (statuses ? statuses.includes(status) : status !== "deleted"))
    const sort = query.get("sort") ?? "-created"
    const by = (store: Store) => (sort.endsWith("name") ? store.name : sort.endsWith("readyAfter") ? String(store.readyAfterMillis ?? 0).padStart(9, "0") : store.created)
    found.sort((a, b) => by(a).localeCompare(by(b)) * (sort.startsWith("-") ? -1 : 1))
    const from = Number(query.get("cursor") ?? 0)
    const to = from + Number(query.get("limit") ?? 100)
    return { stores: found.slice(from, to), nextCursor: to < found.length ? String(to) : null, position: this.changes.length, counts, total: found.length }
  }

  private platform(what: string | undefined): [number, unknown] {
    if (what === "health") return [200, data.health]
    if (what === "failures") return [200, { failures: data.failures }]
    if (what === "provision-times") return [200, data.times]
    return [200, data.platform]
  }

  private letters(method: string, id: string | undefined, how: string | undefined, body: string): [number, unknown] {
    if (!id) return [200, { deadLetters: [this.letter], total: 1 }]
    if (method === "POST") this.letter = { ...this.letter, handled: { at: data.before(0), how: how === "redrive" ? "redriven" : "discarded", note: JSON.parse(body).note } }
    return [method === "POST" ? 202 : 200, this.letter]
  }

  private follow(url: URL, request: IncomingMessage, response: ServerResponse): void {
    const after = request.headers["last-event-id"]?.toString() ?? url.searchParams.get("after") ?? String(this.changes.length)
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" })
    response.write(`retry: 2000\n\nevent: position\nid: ${after}\ndata: {}\n\n`)
    for (let change = Number(after) + 1; change <= this.changes.length; change++) this.send(response, change)
    this.streams.add(response)
    response.on("close", () => this.streams.delete(response))
  }

  private send(stream: ServerResponse, change: number): void {
    stream.write(`event: store\nid: ${change}\ndata: ${JSON.stringify(this.changes[change - 1])}\n\n`)
  }
}

/** The picture that the repository's engine of this name has. */
async function picture(engine: string, response: ServerResponse): Promise<void> {
  const svg = await readFile(new URL(`../../../engines/${engine}/picture.svg`, import.meta.url))
  response.writeHead(200, { "content-type": "image/svg+xml" }).end(svg)
}

function needsLogIn(response: ServerResponse): void {
  response.writeHead(401, { "content-type": "application/problem+json", "www-authenticate": "Bearer" })
  response.end(JSON.stringify({ type: "urn:uruimi:problem:log-in-needed", title: "Log-in needed", status: 401, detail: "Browsers: run `./uruimi login`." }))
}
