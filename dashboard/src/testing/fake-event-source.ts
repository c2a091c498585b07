/** An EventSource whose server is the test. */
export class FakeEventSource extends EventTarget {
  static opened: FakeEventSource[] = []
  static get last(): FakeEventSource {
    return FakeEventSource.opened.at(-1)!
  }

  readonly url: string
  closed = false
  onopen: (() => void) | null = null
  onerror: (() => void) | null = null

  constructor(url: string) {
    super()
    this.url = url
    FakeEventSource.opened.push(this)
  }

  say(type: string, id: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(type, { data: typeof data === "string" ? data : JSON.stringify(data), lastEventId: id }))
  }

  close(): void {
    this.closed = true
  }
}
