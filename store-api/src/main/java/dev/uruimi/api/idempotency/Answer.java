package dev.uruimi.api.idempotency;

/**
 * An answer that can be given again.
 *
 * @param location the Location header
 * @param body JSON
 */
public record Answer(int status, String location, String body) {}
