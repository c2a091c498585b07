package dev.uruimi.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event with its CloudEvents 1.0 attributes.
 *
 * @param id deterministic: {@link StoreEvent#id()}
 * @param source the service that says it, as a URI reference: {@code /uruimi/provisioner}
 * @param time when it was said
 * @param traceparent W3C trace context, or null
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents</a>
 */
public record EventEnvelope(
    String id, String source, Instant time, @Nullable String traceparent, StoreEvent event) {

  /** An envelope for an event said now by a service. */
  public static EventEnvelope of(
      StoreEvent event, String service, Instant time, @Nullable String traceparent) {
    return new EventEnvelope(event.id(), "/uruimi/" + service, time, traceparent, event);
  }

  /** The CloudEvents type: {@code dev.uruimi.store.requested.v1}. */
  public String type() {
    return EventTypes.nameOf(event.getClass());
  }
}
