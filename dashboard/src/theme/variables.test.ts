import { convertCssVariables, defaultCssVariablesResolver } from "@mantine/core"
import { expect, test } from "vitest"
import { wholeTheme } from "./theme"

/** The page's policy allows no <style>, so the theme's variables are a file. `npm test -- --run -u` writes it anew. */
test("variables.css is what the theme says", async () => {
  const css = convertCssVariables(defaultCssVariablesResolver(wholeTheme), ":root")
  const lines = css.replaceAll(/([{;}])\s*/g, "$1\n")
  await expect(lines).toMatchFileSnapshot("./variables.css")
})
