import { describe, expect, test } from "vitest"
import { complaint, normalName } from "./name-rule"

describe("names that the server takes", () => {
  test.each(["Ada's Tea", "a", "7", "Café Größenwahn", "東京 珈琲", "Fish & Chips (2)", "100 %", "a$b+c=d", "x".repeat(60), "  trimmed  ", "ä".normalize("NFD").repeat(60)])("%s", (name) => {
    expect(complaint(name)).toBeUndefined()
  })
})

describe("names that the server refuses", () => {
  test.each([
    ["", "name"], ["   ", "name"], ["\u2003\t", "name"], ["x".repeat(61), "60"], ["…!?", "letter"], ["\u00a0", "letter"],
    ["Tea 🍵", "🍵"], ["<b>Tea</b>", "“<”"], ["Tea\u202eaeT", "U+202E"], ["a\u0000b", "U+0000"], ["a\tb", "U+0009"], ["a\u200bb", "U+200B"], ["Tea ©", "“©”"], ["tea^", "“^”"],
    ["a\ufe0f", "U+FE0F"], ["a\u20dd", "U+20DD"], ["a\ud800", "U+D800"], ["a\ue000", "U+E000"], ["a\u2028b", "U+2028"],
  ])("%j", (name, said) => {
    expect(complaint(name)).toContain(said)
  })
})

test("a name is kept trimmed and composed, as Java's strip and NFC do", () => {
  expect(normalName(" \t Cafe\u0301 \n")).toBe("Café")
  expect(normalName("\u00a0a\u00a0")).toBe("\u00a0a\u00a0")
})
