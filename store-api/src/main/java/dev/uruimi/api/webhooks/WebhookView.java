package dev.uruimi.api.webhooks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A webhook as clients see it. */
@Schema(name = "Webhook")
record WebhookView(
    @Schema(example = "wh_0f8d1c5e2b7a9634") String id,
    String url,
    @Schema(example = "[\"ready\", \"failed\"]") List<String> events,
    @Nullable String description,
    Instant created,
    @Schema(description = "when the recipient said that it is gone for good (410)")
        @Nullable Instant disabled) {

  static WebhookView of(Webhook webhook) {
    return new WebhookView(
        webhook.id(),
        webhook.url(),
        webhook.events().stream().map(WebhookEvent::label).toList(),
        webhook.description(),
        webhook.created(),
        webhook.disabled());
  }
}
