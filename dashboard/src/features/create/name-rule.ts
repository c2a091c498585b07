/**
 * The rule of docs/api.md (class StoreName of store-api): 1 to 60 characters after trimming, with a letter or a digit among
 * them; no control and format characters, no pictures, no angle brackets.
 */
const LONGEST = 60
// Java's strip() takes these, and not the non-breaking spaces that trim() takes.
// oxlint-disable-next-line no-control-regex
const EDGES = /^[\t-\r\x1c-\x1f\u2028\u2029 \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+|[\t-\r\x1c-\x1f\u2028\u2029 \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+$/g
const FORBIDDEN = /[<>\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{So}\p{Sk}\p{Me}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u

/** The name as the server keeps it. */
export const normalName = (text: string) => text.replace(EDGES, "").normalize("NFC")

/** What is wrong with a name, as a sentence; undefined when nothing is. */
export function complaint(text: string): string | undefined {
  const name = normalName(text)
  const length = [...name].length
  if (length === 0) return "Give the store a name."
  if (length > LONGEST) return `At most ${LONGEST} characters; these are ${length}.`
  const wrong = FORBIDDEN.exec(name)?.[0]
  if (wrong !== undefined) return `Letters, digits and punctuation, please: ${described(wrong)} cannot be part of a name.`
  return LETTER_OR_DIGIT.test(name) ? undefined : "At least one letter or digit, please."
}

function described(character: string): string {
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`
  return /[\p{So}\p{Sk}<>]/u.test(character) ? `“${character}”` : `an invisible character (${code})`
}
