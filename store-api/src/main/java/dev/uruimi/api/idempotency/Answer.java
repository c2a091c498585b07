package dev.uruimi.api.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * An answer that can be given again.
 *
 * @param location the Location header
 * @param tag the ETag header; null for none
 * @param body JSON
 */
public record Answer(int status, String location, @Nullable String tag, String body) {}
