package dev.uruimi.worker.reconcile;

import dev.uruimi.events.StoreId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a reconciler for stores in need: one store never twice at the same time, many stores at
 * once up to a limit. A store added while it is being worked on is looked at once more afterwards.
 */
public final class WorkQueue implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);

  private final Reconciler reconciler;
  private final Backoff backoff;
  private final Semaphore places;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("work-queue-timer").factory());
  private final Map<StoreId, Entry> entries = new HashMap<>();
  private final Map<StoreId, ScheduledFuture<?>> later = new HashMap<>();
  private boolean closed;

  /**
   * @param concurrency how many stores are worked on at once
   */
  public WorkQueue(Reconciler reconciler, int concurrency, Backoff backoff) {
    this.reconciler = reconciler;
    this.backoff = backoff;
    this.places = new Semaphore(concurrency);
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Has the store looked at as soon as there is a place. */
  public synchronized void add(StoreId id) {
    if (closed) {
      return;
    }
    var entry = entries.computeIfAbsent(id, _ -> new Entry());
    entry.dirty = true;
    if (!entry.active) {
      entry.active = true;
      workers.submit(() -> work(id));
    }
  }

  /** Has the store looked at after a while, unless that happens earlier anyway. */
  public synchronized void add(StoreId id, Duration after) {
    if (closed) {
      return;
    }
    var known = later.get(id);
    if (known != null && known.getDelay(TimeUnit.MILLISECONDS) <= after.toMillis()) {
      return;
    }
    forget(known);
    later.put(id, timer.schedule(() -> add(id), after.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** How many stores are waiting or worked on. */
  public synchronized int size() {
    return (int) entries.values().stream().filter(entry -> entry.active).count();
  }

  private void work(StoreId id) {
    try {
      places.acquire();
    } catch (InterruptedException _) {
      return;
    }
    try {
      takeUp(id);
      finished(id, reconciler.reconcile(id));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (Exception | Error e) {
      failed(id, e);
    } finally {
      places.release();
      putDown(id);
    }
  }

  private synchronized void takeUp(StoreId id) {
    entry(id).dirty = false;
    forget(later.remove(id));
  }

  private static void forget(@Nullable ScheduledFuture<?> look) {
    if (look != null) {
      look.cancel(false);
    }
  }

  private synchronized void finished(StoreId id, Outcome outcome) {
    entry(id).failures = 0;
    if (outcome instanceof Outcome.Again(Duration after)) {
      add(id, after);
    }
  }

  private synchronized void failed(StoreId id, Throwable e) {
    var entry = entry(id);
    entry.failures++;
    var pause = backoff.pause(entry.failures);
    LOG.atWarn()
        .addKeyValue("storeId", id)
        .addKeyValue("failures", entry.failures)
        .addKeyValue("againInMillis", pause.toMillis())
        .setCause(entry.failures == 1 ? e : null)
        .log("reconcile failed: {}", e.toString());
    add(id, pause);
  }

  private synchronized void putDown(StoreId id) {
    var entry = entry(id);
    if (entry.dirty && !closed) {
      workers.submit(() -> work(id));
      return;
    }
    entry.active = false;
    if (entry.failures == 0) {
      entries.remove(id);
    }
  }

  private Entry entry(StoreId id) {
    return entries.computeIfAbsent(id, _ -> new Entry());
  }

  /**
   * Takes no more and interrupts what is under way; what it was doing is resumed from its record.
   */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    timer.shutdownNow();
    workers.shutdownNow();
  }

  private static final class Entry {
    private boolean active;
    private boolean dirty;
    private int failures;
  }
}
