package dev.uruimi.api.orphans;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What cleanup tells of its last sweep.
 *
 * @param sweptAt null: not yet
 * @param held why things are held, or null
 * @param heldCount how many
 * @param skipped why the newest did not take place, or null
 */
record Sweep(
    @Nullable Instant sweptAt,
    long graceMillis,
    List<OrphansView.Finding> findings,
    @Nullable String held,
    int heldCount,
    @Nullable String skipped) {}
