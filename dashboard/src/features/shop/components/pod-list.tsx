import type { Pod } from "@/api/types"
import { ToneBadge } from "@/components/status-badge"
import { humanised, type Tone } from "@/lib/status"
import { count } from "@/lib/units"
import css from "./pod-list.module.css"

/** The store's pods, each with what its containers wait for. */
export function PodList({ pods }: { pods: Pod[] }) {
  if (pods.length === 0) return <p className="dimmed">No pods yet.</p>
  return (
    <ul className={css.pods}>
      {pods.map((pod) => (
        <li key={pod.name} className={css.pod}>
          <div className={css.names}>
            <strong>{humanised(pod.component ?? pod.name)}</strong>
            <span className={css.name}>{pod.name}</span>
          </div>
          <ToneBadge tone={toneOf(pod)}>{wordOf(pod)}</ToneBadge>
          {trouble(pod).map((text) => <p key={text} className={css.trouble}>{text}</p>)}
        </li>
      ))}
    </ul>
  )
}

const waiting = (pod: Pod) => (pod.containers ?? []).filter((each) => each.reason && each.reason !== "Completed")
const harmless = (reason: string | null) => reason === "ContainerCreating" || reason === "PodInitializing"

function toneOf(pod: Pod): Tone {
  if (pod.ready || pod.phase === "Succeeded") return "good"
  if (pod.phase === "Failed" || waiting(pod).some((each) => !harmless(each.reason))) return "bad"
  return "busy"
}

function wordOf(pod: Pod): string {
  if (pod.phase === "Succeeded") return "Done"
  if (pod.ready) return "Ready"
  const reason = waiting(pod)[0]?.reason
  return reason && !harmless(reason) ? reason : pod.phase === "Running" ? "Starting" : pod.phase
}

function trouble(pod: Pod): string[] {
  const messages = waiting(pod).filter((each) => each.message).map((each) => `${each.name}: ${each.message}`)
  return pod.restarts > 0 ? [...messages, `Restarted ${count(pod.restarts, "time")}`] : messages
}
