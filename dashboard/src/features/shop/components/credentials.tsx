import { Button, Skeleton } from "@mantine/core"
import { useState } from "react"
import { CopyButton } from "@/components/copy-button"
import { Icon } from "@/components/icon"
import { Trouble } from "@/components/trouble"
import { useCredentials } from "../api/credentials"
import css from "./credentials.module.css"

/** The admin's user and password, shown on request only. */
export function Credentials({ id }: { id: string }) {
  const [shown, setShown] = useState(false)
  return (
    <div className={css.credentials}>
      {shown ? <Shown id={id} /> : <p className={css.hidden}>Read from the cluster when you ask; kept nowhere else.</p>}
      <Button variant="default" leftSection={<Icon name={shown ? "hidden" : "eye"} size={16} />} onClick={() => setShown(!shown)} aria-expanded={shown}>
        {shown ? "Hide" : "Reveal"}
      </Button>
    </div>
  )
}

/** Mounted only while shown: with it the password leaves the page's memory. */
function Shown({ id }: { id: string }) {
  const { data, error, refetch } = useCredentials(id, true)
  if (error) return <Trouble what="They could not be read." error={error} again={() => void refetch()} />
  return (
    <dl className={css.pair}>
      <Secret name="User" value={data?.username} />
      <Secret name="Password" value={data?.password} />
    </dl>
  )
}

function Secret({ name, value }: { name: string; value: string | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value === undefined ? <Skeleton height={16} width={180} /> : <code data-secret={name.toLowerCase()}>{value}</code>}
        {value !== undefined && <CopyButton text={value} what={name === "User" ? "the user" : "the password"} />}
      </dd>
    </div>
  )
}
