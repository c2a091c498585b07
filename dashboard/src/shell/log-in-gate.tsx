import { Button } from "@mantine/core"
import type { PropsWithChildren } from "react"
import { useLoggedOut } from "@/api/session"
import { CopyButton } from "@/components/copy-button"
import { Page } from "@/components/page"
import css from "./log-in-gate.module.css"

const COMMAND = "./uruimi login"

/** What is behind it while this browser is logged in; else how to log in. */
export function LogInGate({ children }: PropsWithChildren) {
  return useLoggedOut() ? <LogInPage /> : children
}

function LogInPage() {
  return (
    <main className={css.main}>
      <Page title="Log in" heading="You are not logged in" narrow>
        <p>Run this where Uruimi runs, and open the link that it prints in this browser:</p>
        <p className={css.command}><code>{COMMAND}</code> <CopyButton text={COMMAND} what="the command" /></p>
        <Button variant="default" onClick={() => window.location.reload()}>I have opened it: go on</Button>
      </Page>
    </main>
  )
}
