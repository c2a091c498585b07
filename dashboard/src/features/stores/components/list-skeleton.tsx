import { Skeleton } from "@mantine/core"
import css from "./store-list.module.css"

/** The list's shape while it is read. */
export function ListSkeleton() {
  return (
    <div className={css.list} role="status" aria-label="Reading the stores">
      <div className={css.head} />
      {Array.from({ length: 6 }, (_, row) => (
        <div key={row} className={css.row}>
          <Skeleton height={18} width={18} />
          <div className={css.what}><Skeleton height={36} width={36} radius={8} /><Skeleton height={14} width="40%" /></div>
          <Skeleton height={24} width={96} radius={12} />
        </div>
      ))}
    </div>
  )
}
