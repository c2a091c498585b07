import { Button, TextInput } from "@mantine/core"
import { useState } from "react"
import { Trouble } from "@/components/trouble"
import { useHandleDeadLetter } from "../api/dead-letters"
import css from "./layout.module.css"

/** Redrive or discard, with a note of why. */
export function HandleDeadLetter({ id, onDone }: { id: string; onDone: () => void }) {
  const [note, setNote] = useState("")
  const { mutate, isPending, variables, error } = useHandleDeadLetter(id)
  const handle = (how: "redrive" | "discard") => mutate({ how, note: note.trim() }, { onSuccess: onDone })
  const ready = note.trim().length > 0 && !isPending
  return (
    <div className={css.letter}>
      <TextInput
        label="Note" description="Why, for whoever looks here next. Redriving sends the event to its topic again, unchanged." maxLength={500}
        value={note} onChange={(event) => setNote(event.currentTarget.value)}
      />
      {error && <Trouble what="That was not done." error={error} />}
      <div className={css.buttons}>
        <Button variant="default" disabled={!ready} loading={isPending && variables.how === "discard"} onClick={() => handle("discard")}>Discard</Button>
        <Button disabled={!ready} loading={isPending && variables.how === "redrive"} onClick={() => handle("redrive")}>Redrive</Button>
      </div>
    </div>
  )
}
