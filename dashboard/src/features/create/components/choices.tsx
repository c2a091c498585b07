import type { PropsWithChildren } from "react"
import css from "./create-form.module.css"

export function Choices({ legend, children }: PropsWithChildren<{ legend: string }>) {
  return (
    <fieldset className={css.choices}>
      <legend className={css.legend}>{legend}</legend>
      <div className={css.cards}>{children}</div>
    </fieldset>
  )
}

type Props = PropsWithChildren<{ group: string; value: string; chosen: boolean; onChoose: (value: string) => void }>

/** A card that is a radio button: arrows move among them. */
export function Choice({ group, value, chosen, onChoose, children }: Props) {
  return (
    <label className={css.card}>
      <input type="radio" name={group} value={value} checked={chosen} onChange={() => onChoose(value)} className={css.radio} />
      {children}
    </label>
  )
}
