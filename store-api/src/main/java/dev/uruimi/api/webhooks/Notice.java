package dev.uruimi.api.webhooks;

import dev.uruimi.events.EventCodec;
import dev.uruimi.events.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a store, as a CloudEvent in structured JSON.
 *
 * @param eventId of the event of the log that led there
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">JSON
 *     format</a>
 */
record Notice(WebhookEvent event, String eventId, String storeId, Instant occurred, Told told) {

  static final String CONTENT_TYPE = "application/cloudevents+json";

  /**
   * What the event tells.
   *
   * @param url of the shop
   */
  record Told(
      String storeId,
      String name,
      String engine,
      String status,
      @Nullable Why reason,
      int attempt,
      @Nullable String url) {}

  /** Why it failed or degraded. */
  record Why(String code, String sentence, boolean retryable) {
    static @Nullable Why of(@Nullable Reason reason) {
      return reason == null ? null : new Why(reason.code(), reason.sentence(), reason.retryable());
    }
  }

  private record CloudEvent(
      String specversion,
      String id,
      String source,
      String type,
      String subject,
      Instant time,
      String datacontenttype,
      Told data) {}

  String body() {
    return EventCodec.JSON.writeValueAsString(
        new CloudEvent(
            "1.0",
            eventId,
            "/uruimi/store-api",
            event.type(),
            storeId,
            occurred,
            "application/json",
            told));
  }
}
