type FieldError = { field: string; detail: string }

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined)

/** The API refused; `message` says why in a sentence. */
export class Problem extends Error {
  readonly status: number
  readonly kind: string
  readonly fields: readonly FieldError[]

  constructor(status: number, kind: string, message: string, fields: readonly FieldError[] = []) {
    super(message)
    this.name = "Problem"
    this.status = status
    this.kind = kind
    this.fields = fields
  }

  /** Of the body of an answer, whatever it is: a proxy may have written it. */
  static of(status: number, body: unknown): Problem {
    const known = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {}
    const fields = Array.isArray(known.errors) ? (known.errors as FieldError[]).filter((each) => text(each?.field)) : []
    const message = text(known.detail) ?? text(known.title) ?? `The API answered with status ${status}.`
    return new Problem(status, (text(known.type) ?? "").replace("urn:uruimi:problem:", ""), message, fields)
  }

  of(field: string): string | undefined {
    return this.fields.find((each) => each.field === field)?.detail
  }
}

/** Nobody answered. */
export class Unreachable extends Error {
  constructor(options?: ErrorOptions) {
    super("Uruimi does not answer right now.", options)
    this.name = "Unreachable"
  }
}

/** Something passing: asking again may help by itself. */
export const isPassing = (error: unknown) =>
  error instanceof Unreachable || (error instanceof Problem && (error.status === 503 || error.status === 502 || error.status === 504))
