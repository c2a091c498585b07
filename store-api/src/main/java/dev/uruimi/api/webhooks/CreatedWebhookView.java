package dev.uruimi.api.webhooks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new webhook, with what nobody is shown again. */
@Schema(name = "CreatedWebhook")
record CreatedWebhookView(
    String id,
    String url,
    List<String> events,
    @Nullable String description,
    Instant created,
    @Schema(
            description =
                "the key of the signatures (Standard Webhooks); keep it, it is shown once",
            example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        String secret) {

  static CreatedWebhookView of(Webhook webhook, SigningSecret secret) {
    var view = WebhookView.of(webhook);
    return new CreatedWebhookView(
        view.id(), view.url(), view.events(), view.description(), view.created(), secret.text());
  }
}
