import type { Plan } from "@/api/types"
import { costs } from "../costs"
import { Choice, Choices } from "./choices"
import css from "./create-form.module.css"

type Props = { plans: Record<string, Plan>; chosen: string; onChoose: (plan: string) => void }

export function PlanChoice({ plans, chosen, onChoose }: Props) {
  return (
    <Choices legend="Plan">
      {Object.entries(plans).map(([name, plan]) => (
        <Choice key={name} group="plan" value={name} chosen={name === chosen} onChoose={onChoose}>
          <span className={css.title}>{plan.title}</span>
          <span className={css.text}>{plan.description}</span>
          <span className={css.costs}>
            {costs(plan).map((cost) => (
              <span key={cost.name}><span className={css.costName}>{cost.name}</span> {cost.value}</span>
            ))}
          </span>
        </Choice>
      ))}
    </Choices>
  )
}
