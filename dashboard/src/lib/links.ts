/**
 * A link of the API's `urls`, safe to put into a page; undefined for anything that is no web address.
 * Only the development server honours VITE_STORE_PORT: the built page trusts the API alone.
 */
export function shopLink(url: string | undefined, port = developmentPort()): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  const link = new URL(url)
  if (link.protocol !== "http:" && link.protocol !== "https:") return undefined
  if (port) link.port = port
  return link.href
}

const developmentPort = (): string | undefined => (import.meta.env.DEV ? import.meta.env.VITE_STORE_PORT : undefined)

/** As people read it: without the protocol and the last slash. */
export const spoken = (url: string) => url.replace(/^https?:\/\//, "").replace(/\/$/, "")
