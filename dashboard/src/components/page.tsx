import { type PropsWithChildren, type ReactNode, useEffect } from "react"
import css from "./page.module.css"

type Props = PropsWithChildren<{ title: string; heading?: ReactNode; lead?: ReactNode; actions?: ReactNode; narrow?: boolean }>

/** A page with its title, also that of the browser's tab. */
export function Page({ title, heading, lead, actions, narrow, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Uruimi`
  }, [title])
  return (
    <div className={narrow ? css.narrow : css.page}>
      <header className={css.head}>
        <div className={css.titles}>
          <h1 tabIndex={-1}>{heading ?? title}</h1>
          {lead && <div className={css.lead}>{lead}</div>}
        </div>
        {actions && <div className={css.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
