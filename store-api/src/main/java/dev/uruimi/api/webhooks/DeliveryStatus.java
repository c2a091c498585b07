package dev.uruimi.api.webhooks;

import java.util.Locale;

/** How a delivery is. */
enum DeliveryStatus {
  /** To be sent, or sent again. */
  PENDING,
  DELIVERED,
  /** Given up. */
  FAILED;

  /** The name in the API. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DeliveryStatus of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
