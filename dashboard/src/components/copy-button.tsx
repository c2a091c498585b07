import { ActionIcon } from "@mantine/core"
import { useState } from "react"
import { Icon } from "./icon"

const SAID_FOR = 2_000

/** Copies a text and says so, or that the browser refused. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [said, setSaid] = useState<"" | "Copied" | "The browser refused to copy; select the text instead">("")
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid("Copied")
    } catch {
      // Plain HTTP from another machine, or no permission: the person is told.
      setSaid("The browser refused to copy; select the text instead")
    }
    window.setTimeout(() => setSaid(""), SAID_FOR)
  }
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={`Copy ${what}`} title={said || `Copy ${what}`} onClick={() => void copy()}>
        <Icon name={said === "Copied" ? "check" : said ? "cross" : "copy"} size={16} />
      </ActionIcon>
      <span className="unseen" role="status">{said}</span>
    </>
  )
}
