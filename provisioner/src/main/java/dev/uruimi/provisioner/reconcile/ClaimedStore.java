package dev.uruimi.provisioner.reconcile;

import dev.uruimi.events.StoreId;
import dev.uruimi.worker.record.Claim;
import dev.uruimi.worker.record.StoreRecord;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store while this process works on it. The claim is looked at before every act and with every
 * write, and renewed on the side; when it is lost in the middle of an act, the thread at work is
 * interrupted.
 */
final class ClaimedStore implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ClaimedStore.class);

  private final StoreId id;
  private final RecordChanges records;
  private final ClaimTerms terms;
  private final Future<?> renewal;
  private final Thread worker = Thread.currentThread();
  private Instant until;
  private boolean lost;
  private boolean closed;

  ClaimedStore(
      StoreId id, RecordChanges records, ClaimTerms terms, ScheduledExecutorService timer) {
    this.id = id;
    this.records = records;
    this.terms = terms;
    this.until = terms.end();
    var millis = terms.renewEvery().toMillis();
    this.renewal =
        timer.scheduleWithFixedDelay(
            () -> Thread.startVirtualThread(this::renewOnTheSide),
            millis,
            millis,
            TimeUnit.MILLISECONDS);
  }

  /**
   * The record as it is now, with the claim renewed where that is due.
   *
   * @throws ClaimLostException when the store is not ours any more
   */
  StoreRecord check() {
    return write(null);
  }

  /**
   * Changes the record.
   *
   * @throws ClaimLostException when the store is not ours any more; nothing is written then
   */
  StoreRecord change(UnaryOperator<StoreRecord> change) {
    return write(change);
  }

  /**
   * Nobody else can have claimed the store until now, though it may have to go. Asks nobody, so
   * that no time passes between this and the act it allows.
   *
   * @throws ClaimLostException when the claim ended, because this process was paused
   */
  synchronized void ensureHeld() {
    if (lost || !terms.now().isBefore(until)) {
      throw new ClaimLostException("claim ended while looking");
    }
  }

  /** Whether the claim was lost while an act was under way. */
  synchronized boolean lost() {
    return lost;
  }

  /** Gives the store free. */
  @Override
  public void close() {
    renewal.cancel(false);
    synchronized (this) {
      closed = true;
      if (lost && Thread.interrupted()) {
        LOG.atInfo().addKeyValue("storeId", id).log("stopped in the middle: claim lost");
      }
    }
    try {
      Claims.release(records, id, terms.holder());
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("storeId", id)
          .log("claim not released, it expires: {}", e.toString());
    }
  }

  private StoreRecord write(@Nullable UnaryOperator<StoreRecord> change) {
    var record = records.change(id, found -> fenced(found, change)).record();
    if (record == null || !isOurs(record)) {
      throw new ClaimLostException(record == null ? "no record" : "claimed elsewhere or to go");
    }
    remember(record);
    return record;
  }

  private @Nullable StoreRecord fenced(
      @Nullable StoreRecord found, @Nullable UnaryOperator<StoreRecord> change) {
    if (found == null || !isOurs(found)) {
      return null;
    }
    var claim = found.getStatus().claim();
    var renew = claim != null && terms.renewable(claim.until());
    if (change == null && !renew) {
      return null;
    }
    var renewed = found.with(found.getStatus().with(new Claim(terms.holder(), terms.end())));
    return change == null ? renewed : change.apply(renewed);
  }

  private boolean isOurs(StoreRecord record) {
    var claim = record.getStatus().claim();
    return !record.isTombstone()
        && claim != null
        && claim.holder().equals(terms.holder())
        && terms.now().isBefore(claim.until());
  }

  private synchronized void remember(StoreRecord record) {
    var claim = record.getStatus().claim();
    until = claim == null ? until : claim.until();
  }

  private void renewOnTheSide() {
    try {
      check();
    } catch (ClaimLostException e) {
      stopWorker(e.getMessage());
    } catch (RuntimeException e) {
      LOG.atWarn().addKeyValue("storeId", id).log("claim not renewed yet: {}", e.toString());
      if (!terms.now().isBefore(expected())) {
        stopWorker("not renewed in time");
      }
    }
  }

  private synchronized Instant expected() {
    return until;
  }

  private synchronized void stopWorker(@Nullable String why) {
    if (!closed && !lost) {
      lost = true;
      LOG.atWarn().addKeyValue("storeId", id).log("claim lost, stopping: {}", why);
      worker.interrupt();
    }
  }
}
