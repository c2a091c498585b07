import { QueryClientProvider } from "@tanstack/react-query"
import { RouterProvider } from "@tanstack/react-router"
import { useState } from "react"
import { makeQueryClient } from "@/api/query-client"
import { LiveProvider } from "@/live/live-provider"
import { LogInGate } from "./log-in-gate"
import { makeRouter } from "./router"
import { Theme } from "./theme"

export function App() {
  const [client] = useState(makeQueryClient)
  const [router] = useState(() => makeRouter())
  return (
    <Theme>
      <QueryClientProvider client={client}>
        <LogInGate>
          <LiveProvider>
            <RouterProvider router={router} />
          </LiveProvider>
        </LogInGate>
      </QueryClientProvider>
    </Theme>
  )
}
