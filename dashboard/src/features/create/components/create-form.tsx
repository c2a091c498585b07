import { Button } from "@mantine/core"
import { useNavigate } from "@tanstack/react-router"
import { type FormEvent, useRef, useState } from "react"
import { Problem } from "@/api/problem"
import type { Engine } from "@/api/types"
import { Trouble } from "@/components/trouble"
import { useCreateStore } from "../api/create-store"
import { complaint, normalName } from "../name-rule"
import css from "./create-form.module.css"
import { EngineChoice } from "./engine-choice"
import { NameField } from "./name-field"
import { PlanChoice } from "./plan-choice"

const USUAL_PLAN = "small"
const planOf = (engine: Engine, wanted: string) => (wanted in engine.plans ? wanted : (Object.keys(engine.plans)[0] ?? USUAL_PLAN))

type Props = { engines: Engine[]; hostPattern: string | undefined }

export function CreateForm({ engines, hostPattern }: Props) {
  const navigate = useNavigate()
  const { create, isPending, isSuccess, error, reset } = useCreateStore()
  const [engineName, setEngine] = useState(engines[0]!.name)
  const [name, setName] = useState("")
  const [wantedPlan, setPlan] = useState(USUAL_PLAN)
  const [tried, setTried] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const engine = engines.find((each) => each.name === engineName) ?? engines[0]!
  const plan = planOf(engine, wantedPlan)
  const refusal = error instanceof Problem ? error.of("name") : undefined

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (complaint(name)) return field.current?.focus()
    create(
      { name: normalName(name), engine: engine.name, plan },
      { onSuccess: (store) => void navigate({ to: "/shops/$id", params: { id: store.id } }) },
    )
  }
  return (
    <form className={css.form} onSubmit={submit} noValidate aria-label="Create a store">
      <EngineChoice engines={engines} chosen={engine.name} onChoose={setEngine} />
      <NameField
        ref={field} name={name} tried={tried} refusal={refusal && `The name ${refusal}.`} hostPattern={hostPattern}
        onChange={(text) => {
          setName(text)
          if (error) reset()
        }}
      />
      <PlanChoice plans={engine.plans} chosen={plan} onChoose={setPlan} />
      {error && !refusal && <Trouble what="The store was not created." error={error} />}
      <div className={css.foot}>
        <Button type="submit" size="md" loading={isPending || isSuccess}>Create store</Button>
        <span className="dimmed">It starts at once; you can watch it come up.</span>
      </div>
    </form>
  )
}
