package dev.uruimi.api.webhooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom to tell.
 *
 * @param created nothing that happened before is told
 * @param disabled when the recipient said that it is gone for good, or null
 */
record Webhook(
    String id,
    String url,
    List<WebhookEvent> events,
    @Nullable String description,
    byte[] sealedSecret,
    Instant created,
    @Nullable Instant disabled) {}
