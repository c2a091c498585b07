import { Icon } from "@/components/icon"
import { useNow } from "@/lib/now"
import { duration, running } from "@/lib/time"
import type { Step } from "../steps"
import css from "./step-list.module.css"

const WORDS = { done: "done", doing: "in progress", failed: "did not get further", waiting: "to come" }

/** The steps with the time each took; the one going on counts. */
export function StepList({ steps }: { steps: Step[] }) {
  const now = useNow(steps.some((step) => step.state === "doing"))
  return (
    <ol className={css.steps} aria-label="Steps">
      {steps.map((step) => (
        <li key={step.key} className={css.step} data-state={step.state} data-step={step.key} aria-current={step.state === "doing" ? "step" : undefined}>
          <span className={css.mark}><Mark state={step.state} /></span>
          <span className={css.title}>{step.title}<span className="unseen">, {WORDS[step.state]}</span></span>
          {step.note && <span className={css.note}>{step.note}</span>}
          <span className={css.time}>{time(step, now)}</span>
        </li>
      ))}
    </ol>
  )
}

function Mark({ state }: { state: Step["state"] }) {
  if (state === "done") return <Icon name="check" size={14} />
  if (state === "failed") return <Icon name="cross" size={14} />
  return <span className={state === "doing" ? css.turning : css.dot} />
}

function time(step: Step, now: number): string {
  if (step.state === "doing" && step.since) return running(Math.max(0, now - Date.parse(step.since)))
  return step.state === "done" && step.millis !== undefined ? duration(step.millis) : ""
}
