import { Button, Modal, TextInput } from "@mantine/core"
import { type FormEvent, useState } from "react"
import { Problem } from "@/api/problem"
import type { Store } from "@/api/types"
import { Trouble } from "@/components/trouble"
import { PlanChoice } from "@/features/create/components/plan-choice"
import { complaint, normalName } from "@/features/create/name-rule"
import { useEngines } from "@/features/engines/api/engines"
import { type Change, useChangeStore } from "@/features/stores/api/store-commands"
import { isComingUp } from "@/lib/status"
import css from "./dialog.module.css"

/** Another name, another plan: of the store as it was when the dialog opened, so that nobody overwrites what somebody else did. */
export function ChangeDialog({ store, onClose }: { store: Store; onClose: () => void }) {
  const [seen, setSeen] = useState(store)
  const [name, setName] = useState(store.name)
  const [plan, setPlan] = useState(store.plan)
  const { mutate, isPending, error, reset } = useChangeStore()
  const change = difference(seen, name, plan)
  const wrong = complaint(name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!wrong && !isPending) mutate({ seen, change }, { onSuccess: onClose })
  }
  const lookAgain = () => {
    setSeen(store)
    setName(store.name)
    setPlan(store.plan)
    reset()
  }
  const outdated = error instanceof Problem && error.status === 412
  return (
    <Modal opened onClose={onClose} title={`Change ${seen.name}`} size="lg">
      <form onSubmit={submit} className={css.form}>
        <TextInput data-autofocus label="Name" autoComplete="off" spellCheck={false} value={name} error={wrong} onChange={(event) => setName(event.currentTarget.value)} />
        <Plans store={seen} plan={plan} onChoose={setPlan} />
        {change.plan && <p>{consequence(seen)}</p>}
        {outdated && <Trouble what="It changed meanwhile." error="Somebody or something else was quicker; nothing was done. Look at it as it is now." again={lookAgain} />}
        {error && !outdated && <Trouble what="It was not changed." error={error} />}
        <div className={css.buttons}>
          <Button variant="default" onClick={onClose}>Cancel</Button>
          <Button type="submit" disabled={Boolean(wrong) || outdated || Object.keys(change).length === 0} loading={isPending}>Change it</Button>
        </div>
      </form>
    </Modal>
  )
}

function Plans({ store, plan, onChoose }: { store: Store; plan: string; onChoose: (plan: string) => void }) {
  const { data: engines } = useEngines()
  const engine = engines?.find((each) => each.name === store.engine)
  if (isComingUp(store.status)) return <p className="dimmed">Its plan ({store.plan}) can be changed once it is ready.</p>
  return engine ? <PlanChoice plans={engine.plans} chosen={plan} onChoose={onChoose} /> : null
}

function difference(store: Store, name: string, plan: string): Change {
  return {
    ...(normalName(name) === store.name ? {} : { name: normalName(name) }),
    ...(plan === store.plan ? {} : { plan }),
  }
}

const consequence = (store: Store) =>
  store.retry?.keepsData === false
    ? "It was never ready: it is installed again, from empty volumes."
    : "The shop is upgraded in place and may be away for a minute. Orders, products and passwords stay; a volume never gets smaller."
