import { useQuery } from "@tanstack/react-query"
import { answer, client } from "@/api/client"

/** The admin's credentials, asked for only when wanted and forgotten when no longer shown. */
export const useCredentials = (id: string, wanted: boolean) =>
  useQuery({
    queryKey: ["credentials", id],
    queryFn: ({ signal }) => answer(client.GET("/stores/{id}/credentials", { params: { path: { id } }, signal })),
    enabled: wanted,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
