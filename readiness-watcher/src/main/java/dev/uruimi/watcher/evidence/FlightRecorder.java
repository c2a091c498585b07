package dev.uruimi.watcher.evidence;

import dev.uruimi.events.StoreEvent.StoreFailed;
import dev.uruimi.events.StoreId;
import dev.uruimi.worker.reconcile.Outcome;
import dev.uruimi.worker.reconcile.Reconciler;
import dev.uruimi.worker.record.StoreRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the evidence of stores that failed or degraded, once per occasion, and removes that of
 * stores that are verified gone. Which occasion a store is in follows from its record, so a crash
 * or a second watcher changes nothing: what is kept already is not captured again.
 */
final class FlightRecorder implements Reconciler {

  private static final Logger LOG = LoggerFactory.getLogger(FlightRecorder.class);
  private static final Duration LATER = Duration.ofSeconds(15);
  private static final int REMEMBERED = 2000;

  private final Function<StoreId, @Nullable StoreRecord> records;
  private final Gathering gathering;
  private final Shelf shelf;

  /** The key of the last capture that is known to be kept, by store. */
  private final Map<StoreId, String> kept = new ConcurrentHashMap<>();

  private final Set<StoreId> complained = ConcurrentHashMap.newKeySet();
  private final Map<StoreId, StoreFailed> elsewhere =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StoreId, StoreFailed> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param records the records as last seen
   */
  FlightRecorder(
      Function<StoreId, @Nullable StoreRecord> records, Gathering gathering, Shelf shelf) {
    this.records = records;
    this.gathering = gathering;
    this.shelf = shelf;
  }

  /** Somebody said in the log that a store failed. */
  void heard(StoreFailed failure) {
    synchronized (elsewhere) {
      elsewhere.put(failure.storeId(), failure);
    }
  }

  /** There is evidence of these stores, captured before this process began. */
  void found(Collection<StoreId> stores) {
    stores.forEach(id -> kept.putIfAbsent(id, ""));
  }

  /** Whether there is something to do for a store; asks nobody. */
  boolean isWanted(StoreId id) {
    var record = records.apply(id);
    return isGone(record)
        ? kept.containsKey(id)
        : occasion(id, record) instanceof Occasion occasion && !occasion.key().equals(kept.get(id));
  }

  @Override
  public Outcome reconcile(StoreId id) {
    try {
      var record = records.apply(id);
      if (record != null && isWanted(id)) {
        act(id, record);
      }
      complained.remove(id);
      return Outcome.settled();
    } catch (RuntimeException e) {
      if (complained.add(id)) {
        LOG.atWarn()
            .addKeyValue("storeId", id)
            .log("evidence could not be kept, tried again: {}", e.toString());
      }
      return Outcome.again(LATER);
    }
  }

  private void act(StoreId id, StoreRecord record) {
    if (isGone(record)) {
      shelf.remove(id);
      kept.remove(id);
      forget(id);
      LOG.atInfo().addKeyValue("storeId", id).log("store is gone, its evidence removed");
      return;
    }
    var occasion = occasion(id, record);
    if (occasion == null) {
      return;
    }
    var key = occasion.key();
    if (!shelf.has(id, key)) {
      var capture = gathering.gather(id, occasion);
      shelf.keep(record, key, capture);
      LOG.atInfo()
          .addKeyValue("storeId", id)
          .addKeyValue("attempt", occasion.attempt())
          .addKeyValue("evidence", capture.id())
          .log("evidence kept");
    }
    kept.put(id, key);
  }

  private @Nullable Occasion occasion(StoreId id, @Nullable StoreRecord record) {
    StoreFailed heard;
    synchronized (elsewhere) {
      heard = elsewhere.get(id);
    }
    return Occasion.of(record, heard).orElse(null);
  }

  private void forget(StoreId id) {
    synchronized (elsewhere) {
      elsewhere.remove(id);
    }
  }

  /** To be gone, and verified to be. */
  private static boolean isGone(@Nullable StoreRecord record) {
    if (record == null || !record.isTombstone() || record.getStatus() == null) {
      return false;
    }
    var removal = record.getStatus().removal();
    return removal != null && removal.receipt() != null;
  }
}
