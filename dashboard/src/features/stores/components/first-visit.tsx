import { Button } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useEffect } from "react"
import { Icon } from "@/components/icon"
import css from "./first-visit.module.css"

const PROMISES = [
  ["One click", "Choose a kind of shop and a name. Everything else is set up for you."],
  ["Ready means ready", "A shop counts as ready once a customer can really fill a cart in it."],
  ["Gone means gone", "Deleting removes every trace, and you get a receipt of it."],
]

/** Before the first store: what a store is, and one button. */
export function FirstVisit() {
  useEffect(() => {
    document.title = "Welcome · Uruimi"
  }, [])
  return (
    <div className={css.first}>
      <div className={css.art} aria-hidden="true"><Icon name="shop" size={40} /></div>
      <h1 tabIndex={-1}>Open your first store</h1>
      <p className={css.lead}>
        A store is a complete online shop of its own: pages for customers, an admin for you, and its own database, apart from every other.
        It usually takes a minute or two.
      </p>
      <Button component={Link} to="/create" size="md" leftSection={<Icon name="plus" />}>Create a store</Button>
      <ul className={css.promises}>
        {PROMISES.map(([title, text]) => (
          <li key={title}><h2>{title}</h2><p>{text}</p></li>
        ))}
      </ul>
    </div>
  )
}
