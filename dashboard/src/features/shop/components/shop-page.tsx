import { Skeleton } from "@mantine/core"
import { getRouteApi, Link } from "@tanstack/react-router"
import { Problem } from "@/api/problem"
import { Page } from "@/components/page"
import { Trouble } from "@/components/trouble"
import { useStore } from "../api/store"
import { Shop } from "./shop"

const route = getRouteApi("/shops/$id")

export function ShopPage() {
  const { id } = route.useParams()
  const { data, error, refetch } = useStore(id)
  if (data) return <Shop key={id} store={data} />
  if (error instanceof Problem && error.status === 404) {
    return (
      <Page title="There is no such store" narrow>
        <p>Nobody ever made a store with the id <code>{id}</code>. <Link to="/">See all stores</Link></p>
      </Page>
    )
  }
  if (error) {
    return (
      <Page title="Store" narrow>
        <Trouble what="The store could not be read." error={error} again={() => void refetch()} />
      </Page>
    )
  }
  return (
    <Page title="Store" heading={<Skeleton height={36} width={240} />}>
      <div role="status" aria-label="Reading the store"><Skeleton height={320} radius="lg" /></div>
    </Page>
  )
}
