import type { PropsWithChildren } from "react"
import css from "./empty.module.css"

/** Nothing to show, and why that is. */
export function Empty({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <div className={css.empty}>
      <p className={css.title}>{title}</p>
      {children}
    </div>
  )
}
