import createClient from "openapi-fetch"
import { Problem, Unreachable } from "./problem"
import type { paths } from "./schema"
import { sessionEnded } from "./session"

export const client = createClient<paths>({
  baseUrl: window.location.origin,
  // Looked up at each call, so that tests can put another one in its place.
  fetch: (request) => globalThis.fetch(request),
})

type Answered<T> = { data?: T; error?: unknown; response: Response }

/**
 * What the API answered.
 *
 * @throws Problem when it refused, Unreachable when it did not answer (or something else did in its place)
 */
export async function answer<T>(call: Promise<Answered<T>>): Promise<NonNullable<T>> {
  let result: Answered<T>
  try {
    result = await call
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause
    throw new Unreachable({ cause })
  }
  const { data, error, response } = result
  if (response.status === 401) sessionEnded()
  if (!response.ok) throw Problem.of(response.status, error)
  if (data === undefined || data === null || typeof data !== "object") throw new Unreachable()
  return data
}
