import type { Engine } from "@/api/types"
import { EnginePicture } from "@/features/engines/components/engine-picture"
import { Choice, Choices } from "./choices"
import css from "./create-form.module.css"

type Props = { engines: Engine[]; chosen: string; onChoose: (name: string) => void }

export function EngineChoice({ engines, chosen, onChoose }: Props) {
  return (
    <Choices legend="Kind of shop">
      {engines.map((engine) => (
        <Choice key={engine.name} group="engine" value={engine.name} chosen={engine.name === chosen} onChoose={onChoose}>
          <span className={css.engine}>
            <EnginePicture engine={engine.name} size={48} />
            <span>
              <span className={css.title}>{engine.title}<span className={css.version}>{engine.version}</span></span>
              <span className={css.text}>{engine.description}</span>
            </span>
          </span>
        </Choice>
      ))}
    </Choices>
  )
}
