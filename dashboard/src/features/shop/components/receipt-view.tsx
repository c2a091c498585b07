import { Button } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import type { Store } from "@/api/types"
import { Icon } from "@/components/icon"
import { Moment } from "@/components/moment"
import { Fact, Facts, Panel } from "@/components/panel"
import { duration } from "@/lib/time"
import { count } from "@/lib/units"
import css from "./receipt-view.module.css"

/** "PersistentVolumeClaim" for people: "Persistent volume claim". */
const kindInWords = (kind: string) => kind.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase().replace(/^./, (first) => first.toUpperCase())

/** The receipt: what was removed, and that nothing is left. */
export function ReceiptView({ store }: { store: Store }) {
  const { receipt } = store
  const removed = Object.entries(receipt?.removed ?? {}).sort(([a], [b]) => a.localeCompare(b))
  const sum = removed.reduce((all, [, each]) => all + each, 0)
  return (
    <Panel title="Receipt" tone="good">
      <div className={css.head}>
        <span className={css.mark}><Icon name="check" size={26} /></span>
        <p className={css.said}>{store.name} is gone. Nothing of it is left in the cluster.</p>
      </div>
      {receipt ? (
        <>
          <Facts>
            <Fact name="Verified"><Moment at={receipt.verifiedAt} /></Fact>
            <Fact name="Took">{duration(receipt.durationMillis)}</Fact>
            <Fact name="Removed">{count(sum, "object")}</Fact>
          </Facts>
          <ul className={css.removed} aria-label="What was removed">
            {removed.map(([kind, number]) => <li key={kind}><span>{kindInWords(kind)}</span><span className="numbers">{number}</span></li>)}
          </ul>
        </>
      ) : (
        <p className="dimmed">There is no receipt of this deletion.</p>
      )}
      <Button component={Link} to="/" variant="default">Back to all stores</Button>
    </Panel>
  )
}
