import type { Store } from "@/api/types"
import { Moment } from "@/components/moment"
import { Page } from "@/components/page"
import { StatusBadge } from "@/components/status-badge"
import { Trouble } from "@/components/trouble"
import { EnginePicture } from "@/features/engines/components/engine-picture"
import { isComingUp, isGoing } from "@/lib/status"
import { ComingUp } from "./coming-up"
import { Going } from "./going"
import { History } from "./history"
import css from "./layout.module.css"
import { Ready } from "./ready"
import { ShopActions } from "./shop-actions"
import { Unwell } from "./unwell"

/** A store's page, by where in its life it is. */
export function Shop({ store }: { store: Store }) {
  const heading = <span className={css.name}><EnginePicture engine={store.engine} size={36} />{store.name}</span>
  return (
    <Page title={store.name} heading={heading} lead={<Lead store={store} />} actions={<ShopActions store={store} />}>
      {store.needsAttention && <Trouble what="An operator has to look at this store." error={store.attention ?? ""} />}
      <Body store={store} />
      <History store={store} />
    </Page>
  )
}

const Lead = ({ store }: { store: Store }) => (
  <span className={css.head}>
    <span role="status"><StatusBadge status={store.status} /></span>
    <span>{store.plan}</span>
    <span className="mono">{store.id}</span>
    <span>created <Moment at={store.created} /></span>
  </span>
)

function Body({ store }: { store: Store }) {
  if (isComingUp(store.status)) return <ComingUp store={store} />
  if (isGoing(store.status)) return <Going store={store} />
  if (store.status === "failed" || store.status === "degraded") return <Unwell store={store} />
  return <Ready store={store} />
}
