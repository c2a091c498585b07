import { usePlatform } from "@/features/engines/api/engines"
import css from "./simulated-note.module.css"

/** Says on every page that no pod really runs, where that is so. */
export function SimulatedNote() {
  const { data: platform } = usePlatform()
  if (!platform?.simulated) {
    return null
  }
  return (
    <p role="note" className={css.note} data-tone="warn">
      <strong>Simulated.</strong> Nodes of this cluster only pretend to run pods: stores on them sell nothing.
    </p>
  )
}
