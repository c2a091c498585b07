import { Button } from "@mantine/core"
import { Unreachable } from "@/api/problem"
import { Icon } from "./icon"
import css from "./trouble.module.css"

/** Something could not be read or done: says what, and offers to try again. */
export function Trouble({ what, error, again }: { what: string; error: unknown; again?: () => void }) {
  const why = error instanceof Error ? error.message : String(error)
  return (
    <div className={css.trouble} role="alert" data-tone={error instanceof Unreachable ? "warn" : "bad"}>
      <Icon name="warning" />
      <p><strong>{what}</strong> {why}</p>
      {again && <Button variant="default" size="xs" onClick={() => again()}>Try again</Button>}
    </div>
  )
}
