package dev.uruimi.api.webhooks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A delivery as clients see it. */
@Schema(name = "WebhookDelivery")
record DeliveryView(
    @Schema(
            description = "the header webhook-id; the same in every attempt",
            example = "msg_5d41402abc4b2a76b9719d911017c592")
        String id,
    @Schema(
            description = "pending: to be sent, or sent again; failed: given up",
            allowableValues = {"pending", "delivered", "failed"})
        String status,
    String storeId,
    @Schema(example = "dev.uruimi.store.ready") String eventType,
    @Schema(description = "id of the CloudEvent", example = "k7m2p9x4qd/1/ready/1") String eventId,
    @Schema(description = "when the event was said") Instant occurred,
    int attempts,
    @Schema(description = "when the latest attempt began") @Nullable Instant lastAttempt,
    @Schema(description = "the HTTP status it had for an answer", example = "500")
        @Nullable Integer lastStatus,
    @Schema(description = "why it had none, or why it does not count") @Nullable String lastError,
    @Schema(description = "when the next attempt may begin, while it is pending")
        @Nullable Instant nextAttempt) {

  static DeliveryView of(Delivery delivery) {
    return new DeliveryView(
        delivery.id(),
        delivery.status().label(),
        delivery.storeId(),
        delivery.eventType(),
        delivery.eventId(),
        delivery.occurred(),
        delivery.attempts(),
        delivery.attempted(),
        delivery.answer(),
        delivery.error(),
        delivery.status() == DeliveryStatus.PENDING ? delivery.due() : null);
  }
}
