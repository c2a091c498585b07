import { NativeSelect, TextInput } from "@mantine/core"
import { useEffect, useRef, useState } from "react"
import { Icon } from "@/components/icon"
import { useEngines } from "@/features/engines/api/engines"
import { type Filters, SORTS } from "../filters"
import css from "./toolbar.module.css"

const TYPING = 250

type Props = { filters: Filters; onChange: (change: Partial<Record<keyof Filters, string | undefined>>) => void }

export function Toolbar({ filters, onChange }: Props) {
  const engines = useEngines().data ?? []
  const choices = [{ value: "", label: "All engines" }, ...engines.map(({ name, title }) => ({ value: name, label: title }))]
  if (filters.engine && !choices.some(({ value }) => value === filters.engine)) choices.push({ value: filters.engine, label: filters.engine })
  return (
    <div className={css.toolbar} role="search" aria-label="Stores">
      <SearchField text={filters.q ?? ""} onSearch={(q) => onChange({ q })} />
      <NativeSelect aria-label="Engine" data={choices} value={filters.engine ?? ""} onChange={(event) => onChange({ engine: event.currentTarget.value || undefined })} />
      <NativeSelect aria-label="Sort" data={SORTS} value={filters.sort ?? "-created"} onChange={(event) => onChange({ sort: event.currentTarget.value === "-created" ? undefined : event.currentTarget.value })} />
    </div>
  )
}

/** Asks once the typing pauses; follows the address when that changes by other means (back, a link). */
function SearchField({ text, onSearch }: { text: string; onSearch: (text: string | undefined) => void }) {
  const [typed, setTyped] = useState(text)
  const told = useRef(text)
  useEffect(() => {
    if (text !== told.current) setTyped(text)
    told.current = text
  }, [text])
  useEffect(() => {
    if (typed.trim() === told.current) return
    const timer = window.setTimeout(() => {
      told.current = typed.trim()
      onSearch(told.current || undefined)
    }, TYPING)
    return () => window.clearTimeout(timer)
  })
  return (
    <TextInput
      type="search" aria-label="Search by name or id" placeholder="Search by name or id" maxLength={60} className={css.search ?? ""}
      leftSection={<Icon name="search" size={16} />} value={typed} onChange={(event) => setTyped(event.currentTarget.value)}
    />
  )
}
