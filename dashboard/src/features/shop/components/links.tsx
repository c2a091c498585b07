import { CopyButton } from "@/components/copy-button"
import { Icon } from "@/components/icon"
import { shopLink, spoken } from "@/lib/links"
import { humanised } from "@/lib/status"
import css from "./links.module.css"

/** Where the shop's pages are, as the API names them. */
export function Links({ urls }: { urls: Record<string, string> }) {
  return (
    <ul className={css.links}>
      {Object.entries(urls).map(([name, url]) => {
        const href = shopLink(url)
        return (
          <li key={name}>
            <span className={css.icon}><Icon name={name === "admin" ? "key" : "shop"} /></span>
            <span className={css.name}>{name === "shop" ? "Shop" : humanised(name)}</span>
            {href ? <a href={href} target="_blank" rel="noreferrer" aria-label={`${humanised(name)}, ${spoken(href)} (new tab)`}>{spoken(href)}</a> : <span>{url}</span>}
            {href && <CopyButton text={href} what={`the link to the ${name}`} />}
          </li>
        )
      })}
    </ul>
  )
}
