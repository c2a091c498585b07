/** A fresh Idempotency-Key. `randomUUID` is missing where a page comes over plain HTTP from another machine. */
export const freshKey = (): string => {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID()
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("")
}
