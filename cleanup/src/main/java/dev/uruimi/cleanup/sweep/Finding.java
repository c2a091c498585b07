package dev.uruimi.cleanup.sweep;

import dev.uruimi.events.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something without a live store, or a store without what it consists of.
 *
 * @param name of the object; a release's is {@code namespace/release}
 * @param storeId of the store it says it belongs to, null where it says none that could be one
 * @param why a sentence
 * @param since when it was first seen so; null where nothing is remembered
 * @param removeAt when it is to be removed; null: it is only shown
 * @param action a sentence: what the sweep does, or what a person can do
 */
public record Finding(
    Kind kind,
    String name,
    @Nullable StoreId storeId,
    String why,
    @Nullable Instant since,
    @Nullable Instant removeAt,
    String action) {}
