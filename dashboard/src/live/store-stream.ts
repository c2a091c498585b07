import type { Store } from "@/api/types"

/**
 * connecting: not yet. live: what happens is told. polling: the API answers, its stream does not.
 * lost: nobody answers. paused: the page has been out of sight for a while.
 */
export type Link = "connecting" | "live" | "polling" | "lost" | "paused"

type Options = {
  /** Whether the API answers at all. */
  probe: () => Promise<boolean>
  onStore: (store: Store) => void
  /** The stream is there, perhaps again; what was read before may be stale. */
  onOpen: (again: boolean) => void
}

const WAITS = [500, 1000, 2000, 3000, 5000]

/** The one stream of the page: follows all stores, resumes after the last change it saw, and comes back by itself. */
export class StoreStream {
  private readonly options: Options
  private readonly listeners = new Set<() => void>()
  private source: EventSource | undefined
  private timer: number | undefined
  private position: string | undefined
  private failures = 0
  private opens = 0
  private lastHeard = 0
  private state: Link = "connecting"

  constructor(options: Options) {
    this.options = options
  }

  readonly link = (): Link => this.state
  readonly heardAt = (): number => this.lastHeard
  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  connect(): void {
    this.close()
    const after = this.position === undefined ? "" : `?after=${encodeURIComponent(this.position)}`
    const source = new EventSource(`/stores/events${after}`)
    this.source = source
    source.addEventListener("position", (event) => this.heard(event))
    source.addEventListener("store", (event) => this.store(event))
    source.onopen = () => this.opened()
    source.onerror = () => this.failed()
  }

  /** Nobody looks: the connection is given back, as browsers have few per site. */
  pause(): void {
    this.close()
    this.become("paused")
  }

  resume(): void {
    if (this.state === "live") return
    this.failures = 0
    this.connect()
  }

  close(): void {
    window.clearTimeout(this.timer)
    this.source?.close()
    this.source = undefined
  }

  private opened(): void {
    this.failures = 0
    this.opens++
    this.lastHeard = Date.now()
    this.become("live")
    this.options.onOpen(this.opens > 1)
  }

  private heard(event: MessageEvent): void {
    this.lastHeard = Date.now()
    if (event.lastEventId) this.position = event.lastEventId
  }

  private store(event: MessageEvent<string>): void {
    this.heard(event)
    try {
      this.options.onStore(JSON.parse(event.data) as Store)
    } catch (error) {
      console.error("An event of the stream could not be read; everything is asked for again.", error)
      this.options.onOpen(true)
    }
  }

  /** A browser gives up for good on some errors; so coming back is never left to it. */
  private failed(): void {
    this.close()
    const wait = WAITS[Math.min(this.failures++, WAITS.length - 1)]
    this.timer = window.setTimeout(() => this.connect(), wait)
    void this.tellWhy(this.opens)
  }

  private async tellWhy(opens: number): Promise<void> {
    const answers = await this.options.probe()
    if (opens === this.opens && this.state !== "paused") this.become(answers ? "polling" : "lost")
  }

  private become(state: Link): void {
    if (state === this.state) return
    this.state = state
    this.listeners.forEach((listener) => listener())
  }
}
