import { Button, Skeleton } from "@mantine/core"
import { useState } from "react"
import type { DeadLetter } from "@/api/types"
import { Moment } from "@/components/moment"
import { Panel } from "@/components/panel"
import { Trouble } from "@/components/trouble"
import { humanised } from "@/lib/status"
import { useDeadLetters } from "../api/dead-letters"
import { DeadLetterDialog } from "./dead-letter-dialog"
import css from "./layout.module.css"

/** Events that could not be read, the open ones first. */
export function DeadLettersPanel() {
  const { data, error, isPending, refetch } = useDeadLetters()
  const [opened, setOpened] = useState<string>()
  const letters = [...(data?.deadLetters ?? [])].sort((a, b) => Number(Boolean(a.handled)) - Number(Boolean(b.handled)))
  const open = letters.filter((letter) => !letter.handled).length
  return (
    <Panel title="Dead letters" aside={data && `${open} open, ${data.total ?? letters.length} in all`}>
      {error && <Trouble what="The dead letters could not be read." error={error} again={() => void refetch()} />}
      {isPending && !error && <Skeleton height={90} />}
      {data && letters.length === 0 && <p className="dimmed">None. Every event could be read.</p>}
      <ul className={css.rows}>
        {letters.map((letter) => <Row key={letter.id} letter={letter} onOpen={() => setOpened(letter.id)} />)}
      </ul>
      {opened && <DeadLetterDialog id={opened} onClose={() => setOpened(undefined)} />}
    </Panel>
  )
}

function Row({ letter, onOpen }: { letter: DeadLetter; onOpen: () => void }) {
  return (
    <li className={letter.handled ? css.quiet : undefined}>
      <span>{letter.eventType ?? "An event of no known type"} <span className={css.value}>for {letter.service}, <Moment at={letter.at} /></span></span>
      <Button size="xs" variant="default" onClick={onOpen} aria-label={`Look inside dead letter ${letter.id}`}>{letter.handled ? humanised(letter.handled.how) : "Look inside"}</Button>
      <span className={css.detail}>{letter.error}</span>
    </li>
  )
}
