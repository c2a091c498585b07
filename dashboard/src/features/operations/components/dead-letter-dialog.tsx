import { Modal, Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { Fact, Facts } from "@/components/panel"
import { Moment } from "@/components/moment"
import { Trouble } from "@/components/trouble"
import { humanised } from "@/lib/status"
import { useDeadLetter } from "../api/dead-letters"
import { HandleDeadLetter } from "./handle-dead-letter"
import css from "./layout.module.css"

/** A dead letter from inside, and what can be done with it. */
export function DeadLetterDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error } = useDeadLetter(id)
  return (
    <Modal opened onClose={onClose} title="Dead letter" size="lg">
      {error && !data && <Trouble what="It could not be read." error={error} />}
      {!data && !error && <Skeleton height={300} />}
      {data && (
        <div className={css.letter}>
          <p>{data.error}</p>
          <Facts>
            <Fact name="Service">{data.service}</Fact>
            <Fact name="Store">{data.storeId ? <Link to="/shops/$id" params={{ id: data.storeId }}>{data.storeId}</Link> : "–"}</Fact>
            <Fact name="From">{data.source ? <span className="mono">{data.source.topic}, partition {data.source.partition}, offset {data.source.offset}</span> : "It does not tell"}</Fact>
            <Fact name="When"><Moment at={data.at} /></Fact>
          </Facts>
          <section><h3>Body</h3><pre tabIndex={0} aria-label="Body">{data.body === null ? "(it has none)" : pretty(data.body)}</pre></section>
          <details>
            <summary>Headers</summary>
            <pre tabIndex={0} aria-label="Headers">{Object.entries(data.headers ?? {}).map(([name, value]) => `${name}: ${value}`).join("\n")}</pre>
          </details>
          {data.handled ? (
            <p>{humanised(data.handled.how)} <Moment at={data.handled.at} />{data.handled.note && `: ${data.handled.note}`}</p>
          ) : (
            <HandleDeadLetter id={id} onDone={onClose} />
          )}
        </div>
      )}
    </Modal>
  )
}

/** JSON with line breaks; anything else as it is. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
