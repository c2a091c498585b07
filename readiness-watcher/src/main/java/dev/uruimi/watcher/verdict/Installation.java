package dev.uruimi.watcher.verdict;

import dev.uruimi.watcher.diagnosis.Observation.Phase;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.Verdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The installed release a verdict can be about.
 *
 * @param attempt the newest attempt
 * @param revision the release's revision
 * @param verdict the last one of this attempt, or null
 */
public record Installation(int attempt, int revision, @Nullable Verdict verdict) {

  /** Empty for a tombstone, and while the newest attempt is not installed. */
  public static Optional<Installation> of(@Nullable StoreRecord record) {
    if (record == null || record.isTombstone() || record.getStatus() == null) {
      return Optional.empty();
    }
    var provision = record.getStatus().provision();
    if (provision == null
        || provision.attempt() != record.getSpec().attempt()
        || provision.revision() == null
        || provision.failure() != null) {
      return Optional.empty();
    }
    var last = record.getStatus().verdict();
    return Optional.of(
        new Installation(
            provision.attempt(),
            provision.revision(),
            last != null && last.attempt() == provision.attempt() ? last : null));
  }

  /** Whether this revision was ever ready. */
  public Phase phase() {
    return verdict != null && verdict.revision() == revision && wasReady(verdict)
        ? Phase.RUNNING
        : Phase.STARTING;
  }

  /** Whether this attempt was ever ready. It never fails after that, it degrades. */
  boolean everReady() {
    return verdict != null && wasReady(verdict);
  }

  boolean isReady() {
    return verdict != null && verdict.state() == Verdict.State.READY;
  }

  private static boolean wasReady(Verdict verdict) {
    return verdict.state() != Verdict.State.FAILED;
  }
}
