import { vi } from "vitest"
import { engines, health, platform, times } from "../../browser/fake/data"

type Answer = { status?: number; body: unknown } | Promise<{ status?: number; body: unknown }>
type Handler = (request: Request) => Answer
export type Asked = { method: string; path: string; key: string | null; match: string | null; body: string }

const USUAL: Record<string, Handler> = {
  "GET /engines": () => ({ body: { engines } }),
  "GET /platform": () => ({ body: platform }),
  "GET /platform/health": () => ({ body: health }),
  "GET /platform/provision-times": () => ({ body: times }),
}

/** Puts an API in the place of `fetch`; what it does not know it answers with 404. */
export function fakeApi(handlers: Record<string, Handler>) {
  const asked: Asked[] = []
  vi.stubGlobal("fetch", async (input: Request | string) => {
    const request = input instanceof Request ? input : new Request(new URL(input, window.location.origin))
    const { pathname } = new URL(request.url)
    asked.push({ method: request.method, path: pathname, key: request.headers.get("Idempotency-Key"), match: request.headers.get("If-Match"), body: await request.clone().text() })
    const handler = { ...USUAL, ...handlers }[`${request.method} ${pathname}`]
    const { status = 200, body } = handler ? await handler(request) : { status: 404, body: { title: "Not found", status: 404 } }
    return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } })
  })
  return asked
}
