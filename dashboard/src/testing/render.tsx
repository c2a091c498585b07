import { QueryClientProvider } from "@tanstack/react-query"
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router"
import { render } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { makeQueryClient } from "@/api/query-client"
import { makeRouter } from "@/shell/router"
import { Theme } from "@/shell/theme"

/** The whole page at an address, without the live stream. */
export function visit(path: string) {
  const router = makeRouter(createMemoryHistory({ initialEntries: [path] }))
  const client = makeQueryClient()
  render(
    <Theme>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Theme>,
  )
  return { router, client, user: userEvent.setup() }
}
