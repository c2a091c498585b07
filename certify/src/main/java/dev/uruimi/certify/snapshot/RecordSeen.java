package dev.uruimi.certify.snapshot;

/**
 * A store record of the workers.
 *
 * @param tombstone whether the store is to be gone
 * @param receipt whether its removal is vouched for
 */
public record RecordSeen(String storeId, boolean tombstone, boolean receipt) {}
