package dev.uruimi.api.webhooks;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a page of deliveries ends. Opaque to clients.
 *
 * @param seq of the last one on the page
 */
record DeliveryCursor(long seq) {

  private static final Pattern FORM = Pattern.compile("delivery/(\\d{1,18})");

  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("delivery/" + seq).getBytes(StandardCharsets.UTF_8));
  }

  /** The cursor of this text; empty when no page gave it. */
  static Optional<DeliveryCursor> parse(String text) {
    try {
      var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      var parts = FORM.matcher(plain);
      return parts.matches()
          ? Optional.of(new DeliveryCursor(Long.parseLong(parts.group(1))))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
