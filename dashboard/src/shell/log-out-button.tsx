import { ActionIcon } from "@mantine/core"
import { useMutation } from "@tanstack/react-query"
import { client } from "@/api/client"
import { Unreachable } from "@/api/problem"
import { sessionEnded } from "@/api/session"
import { Icon } from "@/components/icon"

/** Logs this browser out. Where that fails it says so, and the browser stays logged in. */
export function LogOutButton() {
  const { mutate, isError, isPending } = useMutation({ mutationFn: logOut, onSuccess: sessionEnded })
  const label = isError ? "Log out: that did not work, try again" : "Log out"
  return (
    <ActionIcon
      variant="subtle" color={isError ? "red" : "gray"} size={36} aria-label={label} title={label} loading={isPending}
      onClick={() => mutate()}
    >
      <Icon name="leave" />
    </ActionIcon>
  )
}

async function logOut(): Promise<void> {
  const { response } = await client.POST("/log-out")
  if (!response.ok && response.status !== 401) throw new Unreachable()
}
