import { Button } from "@mantine/core"
import { Link, Outlet } from "@tanstack/react-router"
import { Icon } from "@/components/icon"
import { ConnectionBanner } from "@/live/connection-banner"
import { useArrival } from "./arrival"
import { LogOutButton } from "./log-out-button"
import { Logo } from "./logo"
import { SchemeButton } from "./scheme-button"
import css from "./shell.module.css"
import { SimulatedNote } from "./simulated-note"

/** The frame around every page. */
export function Shell() {
  const main = useArrival()
  return (
    <>
      <a className={css.skip} href="#main">Skip to content</a>
      <header className={css.top}>
        <div className={css.bar}>
          <Link to="/" className={css.brand}><Logo /> Uruimi</Link>
          <nav className={css.nav} aria-label="Main">
            <Link to="/" activeOptions={{ exact: true, includeSearch: false }} className={css.link}>Stores</Link>
            <Link to="/operations" className={css.link}>Operations</Link>
          </nav>
          <SchemeButton />
          <LogOutButton />
          <Button component={Link} to="/create" leftSection={<Icon name="plus" size={16} />} className={css.create} aria-label="Create store">
            <span className={css.wide}>Create store</span>
          </Button>
        </div>
      </header>
      <SimulatedNote />
      <main id="main" ref={main} tabIndex={-1} className={css.main}>
        <Outlet />
      </main>
      <ConnectionBanner />
    </>
  )
}
