import { QueryClientProvider } from "@tanstack/react-query"
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router"
import { render } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import type { ReactNode } from "react"
import { makeQueryClient } from "@/api/query-client"
import { LiveProvider } from "@/live/live-provider"
import { LogInGate } from "@/shell/log-in-gate"
import { makeRouter } from "@/shell/router"
import { Theme } from "@/shell/theme"

/** The whole page at an address, without the live stream. */
export function visit(path: string) {
  const router = makeRouter(createMemoryHistory({ initialEntries: [path] }))
  return { router, ...show(<RouterProvider router={router} />) }
}

/** Something with the live stream around it. */
export const arrive = (page: ReactNode) => show(<LiveProvider>{page}</LiveProvider>)

function show(page: ReactNode) {
  const client = makeQueryClient()
  render(
    <Theme>
      <QueryClientProvider client={client}>
        <LogInGate>{page}</LogInGate>
      </QueryClientProvider>
    </Theme>,
  )
  return { client, user: userEvent.setup() }
}
