package dev.uruimi.cleanup.sweep;

import dev.uruimi.events.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An object of the cluster that has, or pretends to have, to do with a store.
 *
 * @param name of the object; a release's is {@code namespace/release}
 * @param storeId of the store it seems to belong to, or null
 * @param ours whether Uruimi's labels say that it belongs to this store and nothing contradicts
 * @param keep why it is never removed although it is ours, or null
 * @param created when it was made
 * @param orphanSince when an earlier sweep first saw it without a record, or null
 */
record Item(
    Kind kind,
    String name,
    @Nullable StoreId storeId,
    boolean ours,
    @Nullable String keep,
    Instant created,
    @Nullable Instant orphanSince) {}
