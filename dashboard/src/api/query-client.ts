import { QueryClient } from "@tanstack/react-query"
import { isPassing } from "./problem"

/** The live stream keeps stores fresh; what it does not tell is asked for again by those who show it. */
export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // Uruimi usually runs on the person's own machine: "offline" says nothing about it.
        networkMode: "always",
        staleTime: 20_000,
        retry: (failures, error) => isPassing(error) && failures < 2,
        retryDelay: (failures) => 500 * 2 ** failures,
      },
      mutations: { networkMode: "always", retry: false },
    },
  })
