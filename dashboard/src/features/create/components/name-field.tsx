import { TextInput } from "@mantine/core"
import { type Ref, useState } from "react"
import { complaint } from "../name-rule"
import css from "./create-form.module.css"

type Props = {
  ref: Ref<HTMLInputElement>
  name: string
  /** Somebody tried to go on: an empty name is a mistake from then on. */
  tried: boolean
  refusal: string | undefined
  hostPattern: string | undefined
  onChange: (name: string) => void
}

/** Says what is wrong while it is typed; not that it is empty before anything was. */
export function NameField({ ref, name, tried, refusal, hostPattern, onChange }: Props) {
  const [left, setLeft] = useState(false)
  const said = name.trim() !== "" || tried || (left && name !== "")
  const error = refusal ?? (said ? complaint(name) : undefined)
  return (
    <div className={css.name}>
      <TextInput
        ref={ref} label="Name" placeholder="Ada’s Tea" size="md" autoComplete="off" spellCheck={false} value={name} error={error} required withAsterisk={false}
        description="What customers see. Up to 60 letters, digits and punctuation." onBlur={() => setLeft(true)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <p className={css.host}>Its address: <Host pattern={hostPattern} /></p>
    </div>
  )
}

function Host({ pattern = "store-<id>" }: { pattern: string | undefined }) {
  const [before, after] = pattern.split("<id>")
  if (after === undefined) return <code>{pattern}</code>
  return (
    <code>
      {before}<span className={css.id} title="Ten letters and digits, chosen when the store is created">id</span>{after}
    </code>
  )
}
