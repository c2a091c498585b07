package dev.uruimi.cleanup;

import dev.uruimi.events.StoreId;
import dev.uruimi.worker.reconcile.Outcome;
import dev.uruimi.worker.reconcile.Reconciler;
import dev.uruimi.worker.record.Claim;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings every store that must go to nothing: waits for whoever works on it, writes down what there
 * is, takes it away, verifies. Also takes away what appears later for a store that is gone.
 */
final class RemovingStores implements Reconciler {

  private static final Logger LOG = LoggerFactory.getLogger(RemovingStores.class);
  private static final Duration SOON = Duration.ofMillis(150);
  private static final Duration SELDOM = Duration.ofSeconds(10);

  private final StoreRecords records;
  private final Remains remains;
  private final Inventory inventory;
  private final Holding holding;
  private final RemovalLog log;
  private final Clock clock;
  private final Patience patience;
  private final String me;
  private final Set<StoreId> stuck = ConcurrentHashMap.newKeySet();

  /**
   * @param me holder of this process' claims
   */
  RemovingStores(
      StoreRecords records,
      Remains remains,
      Inventory inventory,
      Holding holding,
      RemovalLog log,
      Clock clock,
      Patience patience,
      String me) {
    this.records = records;
    this.remains = remains;
    this.inventory = inventory;
    this.holding = holding;
    this.log = log;
    this.clock = clock;
    this.patience = patience;
    this.me = me;
  }

  /**
   * How long things may take.
   *
   * @param claim length of a claim
   * @param stuckAfter when a removal that stands still is said to have failed
   */
  record Patience(Duration claim, Duration stuckAfter) {}

  @Override
  public Outcome reconcile(StoreId id) {
    var found = records.find(id);
    if (found.isEmpty() || !found.get().isTombstone()) {
      return Outcome.settled();
    }
    var removal = found.get().getStatus().removal();
    if (removal != null && removal.receipt() != null) {
      return sweep(id);
    }
    var claimed = claim(id);
    return claimed == null ? waitForHolder(id) : remove(claimed);
  }

  private Outcome remove(StoreRecord claimed) {
    var id = claimed.storeId();
    var begins = claimed.getStatus().removal() == null;
    var record = begins ? log.begin(claimed, inventory.of(id.namespace())) : claimed;
    var left = remains.observe(id);
    var isLate = age(record).compareTo(patience.stuckAfter()) > 0;
    return switch (Act.next(left, isLate)) {
      case FINISH -> {
        log.finish(record, inventory.of(id.namespace()));
        stuck.remove(id);
        yield Outcome.settled();
      }
      case WAIT -> {
        if (isLate) {
          explain(record, left);
        }
        yield Outcome.again(isLate ? SELDOM : SOON);
      }
      case Act act -> {
        if (!begins) {
          // What was made since the last look goes, too.
          log.seen(record, inventory.of(id.namespace()));
        }
        perform(act, id);
        yield Outcome.again(SOON);
      }
    };
  }

  private void explain(StoreRecord record, Observation left) {
    var id = record.storeId();
    stuck.add(id);
    var held = holding.of(id);
    var hadCause = Objects.requireNonNull(record.getStatus().removal()).cause() != null;
    if (held.found() || !hadCause) {
      log.stuck(record, held.reason());
    } else if (left.namespace() == Observation.Namespace.TERMINATING) {
      remains.nudge(id, clock.instant());
    }
  }

  /** Stores whose removal does not get on, as far as this process has seen. */
  Set<StoreId> stuck() {
    return Set.copyOf(stuck);
  }

  /** Something may have appeared after the store was gone; what bears its name only is not ours. */
  private Outcome sweep(StoreId id) {
    var left = remains.observe(id);
    if (left.namespace() == Observation.Namespace.GONE || !remains.bearsLabel(id)) {
      return Outcome.settled();
    }
    LOG.atWarn()
        .addKeyValue("storeId", id)
        .addKeyValue("namespace", id.namespace())
        .log("a namespace of a deleted store appeared, removing it");
    perform(Act.next(left, false), id);
    return Outcome.again(SOON);
  }

  private void perform(Act act, StoreId id) {
    switch (act) {
      case UNINSTALL -> remains.uninstall(id);
      case STOP_WORKLOADS -> {
        remains.stopWorkloads(id);
        remains.removeClaims(id);
      }
      case REMOVE_CLAIMS -> remains.removeClaims(id);
      case REMOVE_NAMESPACE -> remains.removeNamespace(id);
      case WAIT, FINISH -> {}
    }
  }

  /**
   * The record with a claim of ours that lasts for a while yet, or null when somebody else holds
   * it.
   */
  private @Nullable StoreRecord claim(StoreId id) {
    var now = clock.instant();
    var change = records.change(id, found -> found == null ? null : claimed(found, now));
    var record = change.record();
    var claim = record == null ? null : record.getStatus().claim();
    return claim != null && claim.holder().equals(me) ? record : null;
  }

  private @Nullable StoreRecord claimed(StoreRecord found, Instant now) {
    var claim = found.getStatus().claim();
    var free = claim == null || !claim.isHeldAgainst(me, now);
    var fresh =
        claim != null
            && claim.holder().equals(me)
            && now.plus(patience.claim().dividedBy(2)).isBefore(claim.until());
    return free && !fresh
        ? found.with(found.getStatus().with(new Claim(me, now.plus(patience.claim()))))
        : null;
  }

  private Outcome waitForHolder(StoreId id) {
    LOG.atDebug().addKeyValue("storeId", id).log("somebody works on the store, waiting");
    return Outcome.again(Duration.ofMillis(500));
  }

  private Duration age(StoreRecord record) {
    var removal = record.getStatus().removal();
    return removal == null ? Duration.ZERO : Duration.between(removal.startedAt(), clock.instant());
  }
}
