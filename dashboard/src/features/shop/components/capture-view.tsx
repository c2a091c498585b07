import type { Capture } from "@/api/types"
import { Moment } from "@/components/moment"
import { count } from "@/lib/units"
import css from "./capture-view.module.css"
import { PodList } from "./pod-list"

/** Logs, probe, events, pods and nodes of one moment. Parts that were not seen are left out. */
export function CaptureView({ capture }: { capture: Capture }) {
  const { probe, logs = [], events = [], pods = [], nodes = [], release } = capture
  const sick = nodes.filter((node) => !node.ready || node.pressure?.length)
  return (
    <div className={css.capture}>
      {probe && <Probe probe={probe} />}
      {logs.map((log) => (
        <section key={`${log.pod}/${log.container}/${log.previous}`}>
          <h3>Last lines of {log.container}{log.previous && " before it restarted"}</h3>
          <pre tabIndex={0} aria-label={`Log of ${log.container} in ${log.pod}`}>{(log.lines ?? []).join("\n") || "(nothing was written)"}</pre>
        </section>
      ))}
      {events.length > 0 && <Events events={events} />}
      {pods.length > 0 && <section><h3>Pods at that moment</h3><PodList pods={pods} /></section>}
      {release && <p className={css.line}><strong>Helm release</strong> {release.status}, revision {release.revision}</p>}
      {sick.map((node) => (
        <p key={node.name} className={css.line}><strong>Node {node.name}</strong> {node.ready ? "" : "not ready "}{node.pressure?.join(", ")}</p>
      ))}
    </div>
  )
}

function Probe({ probe }: { probe: NonNullable<Capture["probe"]> }) {
  return (
    <section>
      <h3>The check that failed: {probe.step}</h3>
      <p className={css.line}><code>{probe.request}</code> {probe.status === null ? "got no answer" : `answered ${probe.status}`}{probe.error && `: ${probe.error}`}</p>
      {probe.body && <pre tabIndex={0} aria-label="Body of the answer">{probe.body}</pre>}
    </section>
  )
}

/** Warnings say why; what went well is there for who wants all of it. */
function Events({ events }: { events: Capture["events"] }) {
  const warnings = events.filter((event) => event.type === "Warning")
  const others = events.filter((event) => event.type !== "Warning")
  return (
    <section>
      <h3>Events of the cluster</h3>
      <EventList events={warnings} />
      {others.length > 0 && (
        <details open={warnings.length === 0}>
          <summary>{count(others.length, "event")} without trouble</summary>
          <EventList events={others} />
        </details>
      )}
    </section>
  )
}

function EventList({ events }: { events: Capture["events"] }) {
  return (
    <ul className={css.events}>
      {events.map((event) => (
        <li key={`${event.at}${event.object}${event.reason}${event.message}`} data-tone={event.type === "Warning" ? "warn" : "quiet"}>
          <span className={css.reason}>{event.reason}{event.count > 1 && ` ×${event.count}`}</span>
          <span className={css.when}><Moment at={event.at} as="clock" /></span>
          <span className={css.message}><span className="mono">{event.object}</span> {event.message}</span>
        </li>
      ))}
    </ul>
  )
}
