import { Checkbox } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { memo } from "react"
import type { Store } from "@/api/types"
import { Icon } from "@/components/icon"
import { Moment } from "@/components/moment"
import { StatusBadge } from "@/components/status-badge"
import { EnginePicture } from "@/features/engines/components/engine-picture"
import { shopLink } from "@/lib/links"
import { duration } from "@/lib/time"
import css from "./store-list.module.css"

type Props = { store: Store; chosen: boolean; onChoose: () => void }

export const StoreRow = memo(
  function StoreRow({ store, chosen, onChoose }: Props) {
    const shop = shopLink(store.urls?.shop)
    return (
      <li className={css.row} data-chosen={chosen || undefined}>
        <Checkbox aria-label={`Choose ${store.name}`} checked={chosen} onChange={onChoose} />
        <div className={css.what}>
          <EnginePicture engine={store.engine} size={36} />
          <div className={css.names}>
            <Link to="/shops/$id" params={{ id: store.id }} className={css.name}>{store.name}</Link>
            <span className={css.sub}>{store.error_reason ?? `${store.id} · ${store.plan}`}</span>
          </div>
        </div>
        <StatusBadge status={store.status} />
        <span className={css.number}>{store.readyAfterMillis == null ? "–" : duration(store.readyAfterMillis)}</span>
        <span className={css.created}><Moment at={store.created} /></span>
        {store.status === "ready" && shop && (
          <a className={css.open} href={shop} target="_blank" rel="noreferrer" aria-label={`Open the shop of ${store.name} (new tab)`}><Icon name="outside" size={17} /></a>
        )}
      </li>
    )
  },
  (before, after) => before.store === after.store && before.chosen === after.chosen,
)
