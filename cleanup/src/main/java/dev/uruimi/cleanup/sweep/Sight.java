package dev.uruimi.cleanup.sweep;

import dev.uruimi.events.StoreId;
import java.util.List;
import java.util.Map;

/**
 * The cluster as a sweep reads it: first the objects, then the records, so that a store that is
 * being made is never seen without its record.
 */
record Sight(List<Item> items, Map<StoreId, Standing> records) {}
