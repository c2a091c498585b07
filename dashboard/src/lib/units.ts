const BYTES: Record<string, number> = {
  Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50,
  k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, "": 1, m: 1e-3,
}

/** The value of a Kubernetes quantity ("1536Mi", "500m", "2"); undefined when it is none. */
export function quantity(text: string | undefined): number | undefined {
  const parts = /^(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)([A-Za-z]{0,2})$/.exec(text ?? "")
  const factor = BYTES[parts?.[2] ?? "?"]
  return parts && factor !== undefined ? Number(parts[1]) * factor : undefined
}

const short = (value: number) => (value >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(1).replace(/\.0$/, ""))

/** "1.5 GiB". */
export function bytes(value: number): string {
  if (value >= 2 ** 40) return `${short(value / 2 ** 40)} TiB`
  if (value >= 2 ** 30) return `${short(value / 2 ** 30)} GiB`
  if (value >= 2 ** 20) return `${short(value / 2 ** 20)} MiB`
  return `${short(value / 2 ** 10)} KiB`
}

/** Millicores as cores: "0.35 CPU". */
export const cores = (millis: number) => `${Number((millis / 1000).toFixed(2))} CPU`

export const count = (number: number, one: string, many = `${one}s`) => `${number.toLocaleString()} ${number === 1 ? one : many}`
