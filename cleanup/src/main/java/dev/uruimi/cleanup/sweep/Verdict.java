package dev.uruimi.cleanup.sweep;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about what was seen.
 *
 * @param remove items to be removed now
 * @param remember items first seen without a record
 * @param forget items that have a record again
 * @param held why items without a record are not removed, or null
 * @param heldCount how many
 */
record Verdict(
    List<Finding> findings,
    List<Item> remove,
    List<Item> remember,
    List<Item> forget,
    @Nullable String held,
    int heldCount) {}
