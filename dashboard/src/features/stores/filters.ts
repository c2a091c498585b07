/** What the list shows, as the page's address holds it. */
export type Filters = { status?: string; engine?: string; q?: string; sort?: string }

export const SORTS = [
  { value: "-created", label: "Newest first" },
  { value: "created", label: "Oldest first" },
  { value: "name", label: "Name A to Z" },
  { value: "-name", label: "Name Z to A" },
  { value: "readyAfter", label: "Fastest to be ready" },
  { value: "-readyAfter", label: "Slowest to be ready" },
]
const USUAL = "-created"

const word = (value: unknown) => {
  const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : ""
  return text === "" ? undefined : text
}

/** Filters of an address that anybody may have written: what is not known is left out. */
export function readFilters(search: Record<string, unknown>): Filters {
  const sort = word(search.sort)
  const known = SORTS.some(({ value }) => value === sort) && sort !== USUAL
  return clean({ status: words(word(search.status)), engine: words(word(search.engine)), q: word(search.q)?.slice(0, 60), sort: known ? sort : undefined })
}

const words = (text: string | undefined) => text?.split(",").filter((each) => /^[\w-]{1,60}$/.test(each)).join(",") || undefined

type Loose = { [K in keyof Filters]: Filters[K] | undefined }
export const clean = (filters: Loose): Filters => Object.fromEntries(Object.entries(filters).filter(([, value]) => value)) as Filters

export const listed = (text: string | undefined) => (text ? text.split(",") : [])

/** The list of words with this one added, or without it. */
export function toggled(text: string | undefined, value: string): string | undefined {
  const before = listed(text)
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value]
  return after.join(",") || undefined
}

export const isFiltered = ({ status, engine, q }: Filters) => Boolean(status || engine || q)
