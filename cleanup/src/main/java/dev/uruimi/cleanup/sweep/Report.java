package dev.uruimi.cleanup.sweep;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep came to.
 *
 * @param sweptAt when the cluster was last read wholly; null: not yet
 * @param graceMillis how long something without a record stays
 * @param held why nothing without a record is removed although its time has come, or null
 * @param heldCount how many would go: the number that {@code force} has to name; else 0
 * @param skipped why the newest sweep did not take place, or null
 */
public record Report(
    @Nullable Instant sweptAt,
    long graceMillis,
    List<Finding> findings,
    @Nullable String held,
    int heldCount,
    @Nullable String skipped) {

  Report skipped(String why) {
    return new Report(sweptAt, graceMillis, findings, held, heldCount, why);
  }
}
