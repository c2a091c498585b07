import { readFile } from "node:fs/promises"
import { createServer, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { extname } from "node:path"
import type { FakeApi } from "./fake-api"

const DIST = new URL("../../dist/", import.meta.url)
const TYPES: Record<string, string> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".json": "application/json" }
const PAGES = /^\/(create|operations|shops\/[^/]+)?$/

/** The policy that store-api sends with its pages. */
export const POLICY = "default-src 'self'; frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'self'"

/** Serves the built page as store-api does, with an API in its place that can be taken away and brought back. */
export class Site {
  private server: Server | undefined
  private port = 0

  readonly api: FakeApi

  constructor(api: FakeApi) {
    this.api = api
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  async up(): Promise<void> {
    this.server = createServer((request, response) => {
      const path = new URL(request.url ?? "/", "http://localhost").pathname
      const work = this.api.answers(path) ? this.api.handle(request, response) : page(path, response)
      work.catch((error: unknown) => response.writeHead(500).end(String(error)))
    })
    await new Promise<void>((resolve) => this.server?.listen(this.port, "127.0.0.1", resolve))
    this.port = (this.server.address() as AddressInfo).port
  }

  /** As `kill -9` would. */
  async down(): Promise<void> {
    this.api.cut()
    const closed = new Promise((resolve) => this.server?.close(resolve))
    this.server?.closeAllConnections()
    await closed
  }
}

async function page(path: string, response: ServerResponse): Promise<void> {
  const file = PAGES.test(path) ? "index.html" : path.slice(1)
  try {
    const body = await readFile(new URL(file, DIST))
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-security-policy": POLICY, "x-content-type-options": "nosniff", "referrer-policy": "no-referrer",
    })
    response.end(body)
  } catch {
    response.writeHead(404).end("There is no such file.")
  }
}
