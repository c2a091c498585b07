// Runs before the first paint, so that nobody who chose a scheme sees the other one flash by.
;(function () {
  var chosen = null
  try {
    chosen = localStorage.getItem("uruimi-scheme")
  } catch {
    // Storage is refused: what the system says counts.
  }
  var dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches)
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light")
})()
