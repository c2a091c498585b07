package dev.uruimi.api.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a webhook is told of.
 *
 * @param seq ascends in the order in which they were recorded
 * @param id of the message; the same in every attempt
 * @param occurred when the event was said
 * @param body as it is signed and sent, every time
 * @param attempts how many were begun
 * @param earlierAttempts of those, how many before it was asked for anew
 * @param due when the next attempt may begin, if it is pending
 * @param attempted when the latest attempt began
 * @param answer the HTTP status that it had for an answer
 * @param error why it had none
 */
record Delivery(
    long seq,
    String id,
    String webhookId,
    String eventId,
    String eventType,
    String storeId,
    Instant occurred,
    String body,
    DeliveryStatus status,
    int attempts,
    int earlierAttempts,
    Instant due,
    @Nullable Instant attempted,
    @Nullable Integer answer,
    @Nullable String error) {}
