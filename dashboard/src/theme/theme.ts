import { createTheme, mergeMantineTheme, DEFAULT_THEME, type MantineColorsTuple } from "@mantine/core"

const pine: MantineColorsTuple = ["#eef7f2", "#dbece3", "#b5d9c6", "#8bc4a7", "#66b18c", "#4aa37a", "#2f8a62", "#1f6f4e", "#185a40", "#0f4330"]
const gray: MantineColorsTuple = ["#faf9f7", "#f3f1ed", "#e9e6e0", "#dcd8d0", "#c8c3b8", "#a8a296", "#676257", "#524e46", "#37342f", "#201e1b"]
const dark: MantineColorsTuple = ["#e4e1da", "#bcb8af", "#a09c93", "#6e6a63", "#403e39", "#312f2c", "#232220", "#181715", "#121110", "#0c0b0b"]

export const theme = createTheme({
  primaryColor: "pine",
  primaryShade: 7,
  colors: { pine, gray, dark },
  black: "#201e1b",
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  headings: { fontWeight: "620" },
  defaultRadius: "md",
  radius: { md: "10px", lg: "14px" },
  cursorType: "pointer",
  respectReducedMotion: true,
  // Locking the page's scroll would put a <style> into it, which its policy forbids; tokens.css locks it.
  components: { Modal: { defaultProps: { lockScroll: false, closeButtonProps: { "aria-label": "Close" }, centered: true, radius: "lg", padding: "lg", overlayProps: { backgroundOpacity: 0.45 } } } },
})

export const wholeTheme = mergeMantineTheme(DEFAULT_THEME, theme)
