package dev.uruimi.api.outbox;

/** A row of the outbox: an encoded event. */
record OutboxRow(long seq, String id, String storeId, String headers, String body) {}
