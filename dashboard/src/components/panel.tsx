import { type PropsWithChildren, type ReactNode, useId } from "react"
import type { Tone } from "@/lib/status"
import css from "./panel.module.css"

type Props = PropsWithChildren<{ title: string; aside?: ReactNode; tone?: Tone; flush?: boolean }>

/** A titled part of a page. */
export function Panel({ title, aside, tone, flush, children }: Props) {
  const id = useId()
  return (
    <section className={css.panel} data-tone={tone} aria-labelledby={id}>
      <header className={css.head}>
        <h2 id={id}>{title}</h2>
        {aside && <div className={css.aside}>{aside}</div>}
      </header>
      <div className={flush ? undefined : css.body}>{children}</div>
    </section>
  )
}

/** Names and values in pairs. */
export function Facts({ children }: PropsWithChildren) {
  return <dl className={css.facts}>{children}</dl>
}

export function Fact({ name, children }: PropsWithChildren<{ name: string }>) {
  return (
    <div className={css.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
