package dev.uruimi.api.projection;

import dev.uruimi.events.StoreId;

/**
 * A store's row changed. Listen after commit.
 *
 * @param change its number in commit order
 */
public record StoreChanged(StoreId id, long change) {}
