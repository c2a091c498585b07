package dev.uruimi.api.webhooks;

import dev.uruimi.api.lifecycle.Status;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What webhooks tell of. */
enum WebhookEvent {
  READY(Status.READY),
  FAILED(Status.FAILED),
  DEGRADED(Status.DEGRADED),
  DELETED(Status.DELETED);

  private final Status status;

  WebhookEvent(Status status) {
    this.status = status;
  }

  /** The name in the API. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of its CloudEvents: {@code dev.uruimi.store.ready}. */
  String type() {
    return "dev.uruimi.store." + label();
  }

  static Optional<WebhookEvent> of(String label) {
    return Arrays.stream(values()).filter(event -> event.label().equals(label)).findFirst();
  }

  /** That a store has come to a status; nothing is told of the others. */
  static Optional<WebhookEvent> of(Status status) {
    return Arrays.stream(values()).filter(event -> event.status == status).findFirst();
  }
}
