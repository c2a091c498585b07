import { UnstyledButton } from "@mantine/core"
import { meaning, STATUSES } from "@/lib/status"
import { listed, toggled } from "../filters"
import css from "./status-filter.module.css"

type Props = { chosen: string | undefined; counts: Record<string, number> | undefined; onChange: (status: string | undefined) => void }

/** How many stores there are of each status; pressing one shows only those. */
export function StatusFilter({ chosen, counts = {}, onChange }: Props) {
  const on = listed(chosen)
  const known = STATUSES.filter((status) => counts[status] || on.includes(status))
  const others = Object.keys(counts).filter((status) => counts[status] && !STATUSES.includes(status))
  const all = Object.values(counts).reduce((sum, each) => sum + each, 0)
  return (
    <div className={css.filter} role="group" aria-label="Status">
      <Choice word="All" number={all} pressed={on.length === 0} onPress={() => onChange(undefined)} />
      {[...known, ...others].map((status) => (
        <Choice
          key={status} word={meaning(status).word} tone={meaning(status).tone} number={counts[status]} pressed={on.includes(status)}
          onPress={() => onChange(toggled(chosen, status))}
        />
      ))}
      {!known.includes("deleted") && <Choice word="Deleted" pressed={false} tone="quiet" onPress={() => onChange("deleted")} />}
    </div>
  )
}

type ChoiceProps = { word: string; number?: number | undefined; tone?: string; pressed: boolean; onPress: () => void }

function Choice({ word, number, tone, pressed, onPress }: ChoiceProps) {
  return (
    <UnstyledButton className={css.choice} aria-pressed={pressed} data-tone={tone} onClick={onPress}>
      {tone && <span className={css.dot} aria-hidden="true" />}
      {word}
      {number !== undefined && <span className={css.number}>{number.toLocaleString()}</span>}
    </UnstyledButton>
  )
}
