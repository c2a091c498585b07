import { Button } from "@mantine/core"
import { type ErrorComponentProps, Link } from "@tanstack/react-router"
import { Page } from "@/components/page"
import { Trouble } from "@/components/trouble"

/** A page that could not be shown. The frame around it lives on. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  return (
    <Page title="This page could not be shown" narrow>
      <Trouble what="Something went wrong here." error={error} again={reset} />
      <Button variant="default" onClick={() => window.location.reload()}>Load the page anew</Button>
    </Page>
  )
}

export function MissingPage() {
  return (
    <Page title="There is no such page" narrow>
      <p>The address may be mistyped. <Link to="/">See all stores</Link></p>
    </Page>
  )
}
