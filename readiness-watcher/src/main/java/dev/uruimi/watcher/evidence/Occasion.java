package dev.uruimi.watcher.evidence;

import dev.uruimi.events.Reason;
import dev.uruimi.events.StoreEvent.StoreFailed;
import dev.uruimi.events.StoreId;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.Verdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a store's evidence is to be kept now. The same trouble is always the same occasion.
 *
 * @param status {@code failed} or {@code degraded}
 * @param mark tells it from others of its attempt: the verdict's epoch, or who said it
 */
record Occasion(int attempt, String status, String mark, Reason reason) {

  /**
   * The one that the store's newest attempt is in: the watcher's last verdict; while there is none,
   * the provisioner's failure or the deadline's. Empty when it is well, or to be gone.
   *
   * @param elsewhere the last failure somebody else has told the log, or null
   */
  static Optional<Occasion> of(@Nullable StoreRecord record, @Nullable StoreFailed elsewhere) {
    if (record == null || record.isTombstone() || record.getStatus() == null) {
      return Optional.empty();
    }
    var attempt = record.getSpec().attempt();
    var verdict = record.getStatus().verdict();
    if (verdict != null && verdict.attempt() == attempt) {
      return of(verdict);
    }
    var provision = record.getStatus().provision();
    if (provision != null && provision.attempt() == attempt && provision.failure() != null) {
      return Optional.of(failed(attempt, "provisioner", provision.failure()));
    }
    return Optional.ofNullable(elsewhere)
        .filter(failure -> failure.attempt() == attempt)
        .map(failure -> failed(attempt, failure.by(), failure.reason()));
  }

  private static Optional<Occasion> of(Verdict verdict) {
    var status = verdict.state() == Verdict.State.DEGRADED ? "degraded" : "failed";
    return Optional.ofNullable(verdict.reason())
        .filter(_ -> verdict.state() != Verdict.State.READY)
        .map(
            reason ->
                new Occasion(verdict.attempt(), status, String.valueOf(verdict.epoch()), reason));
  }

  private static Occasion failed(int attempt, String by, Reason reason) {
    return new Occasion(attempt, "failed", by, reason);
  }

  /** Its name within the store: a key of a ConfigMap. */
  String key() {
    return attempt + "." + status + "-" + mark;
  }

  /** Its name among all, as the event tells it: {@link EvidenceReference}. */
  String id(StoreId store) {
    return store + "/" + attempt + "/" + status + "-" + mark;
  }
}
