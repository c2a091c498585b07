package dev.uruimi.provisioner.reconcile;

import dev.uruimi.events.StoreId;
import dev.uruimi.provisioner.decide.NextAct;
import dev.uruimi.worker.record.Claim;
import dev.uruimi.worker.record.StoreRecord;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** Takes claims on stores that need work. A store that needs none is not written to. */
public final class Claims {

  private final RecordChanges records;
  private final ClaimTerms terms;
  private final ScheduledExecutorService timer;

  /**
   * @param timer renews claims while their holder is at work
   */
  public Claims(RecordChanges records, ClaimTerms terms, ScheduledExecutorService timer) {
    this.records = records;
    this.terms = terms;
    this.timer = timer;
  }

  /** What asking for a claim came to. */
  sealed interface Taken {
    /** There is nothing to do for the store. */
    record NoWork() implements Taken {}

    /** Somebody else is at work. */
    record Elsewhere(Instant until) implements Taken {}

    /** It is ours until closed. */
    record Ours(ClaimedStore store) implements Taken {}
  }

  Taken take(StoreId id) {
    var record = records.change(id, this::claimed).record();
    if (record == null) {
      return new Taken.NoWork();
    }
    var claim = record.getStatus().claim();
    var needed = NextAct.isNeeded(record.getSpec(), record.getStatus());
    if (needed && claim != null) {
      return claim.holder().equals(terms.holder())
          ? new Taken.Ours(new ClaimedStore(id, records, terms, timer))
          : new Taken.Elsewhere(claim.until());
    }
    if (claim != null && claim.holder().equals(terms.holder())) {
      // Left by a process of this name that was killed: cleanup may be waiting for it.
      release(records, id, terms.holder());
    }
    return new Taken.NoWork();
  }

  private @Nullable StoreRecord claimed(@Nullable StoreRecord found) {
    if (found == null || !NextAct.isNeeded(found.getSpec(), found.getStatus())) {
      return null;
    }
    var claim = found.getStatus().claim();
    var elsewhere = claim != null && claim.isHeldAgainst(terms.holder(), terms.now());
    return elsewhere
        ? null
        : found.with(found.getStatus().with(new Claim(terms.holder(), terms.end())));
  }

  static void release(RecordChanges records, StoreId id, String holder) {
    records.change(
        id,
        found -> {
          var claim = found == null ? null : found.getStatus().claim();
          var ours = claim != null && claim.holder().equals(holder);
          return found != null && ours ? found.with(found.getStatus().with((Claim) null)) : null;
        });
  }
}
