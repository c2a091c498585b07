package dev.uruimi.worker.reconcile;

import dev.uruimi.events.StoreId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Calls a reconciler for stores in need: one store never twice at the same time, many stores at
 * once up to a limit, the one that waited longest first. A store added while it is being worked on
 * is looked at once more afterwards. While the circuit is open, stores wait without being tried. A
 * store that waits costs its entry here and no thread.
 */
public final class WorkQueue implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);

  private final Reconciler reconciler;
  private final int concurrency;
  private final Backoff backoff;
  private final Circuit circuit;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("work-queue-timer").factory());
  private final Map<StoreId, Entry> entries = new HashMap<>();
  private final Deque<StoreId> waiting = new ArrayDeque<>();
  private final Map<StoreId, ScheduledFuture<?>> later = new HashMap<>();
  private @Nullable ScheduledFuture<?> nextAdmission;
  private int atWork;
  private boolean closed;

  /** A queue without a circuit. */
  public WorkQueue(Reconciler reconciler, int concurrency, Backoff backoff) {
    this(reconciler, concurrency, backoff, Circuit.CLOSED);
  }

  /**
   * @param concurrency how many stores are worked on at once
   * @param circuit what every store needs
   */
  public WorkQueue(Reconciler reconciler, int concurrency, Backoff backoff, Circuit circuit) {
    this.reconciler = reconciler;
    this.concurrency = concurrency;
    this.backoff = backoff;
    this.circuit = circuit;
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
      waiting.addLast(id);
      admit();
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
    return waiting.size() + atWork;
  }

  private synchronized void admit() {
    forget(nextAdmission);
    nextAdmission = null;
    while (!closed && atWork < concurrency && !waiting.isEmpty()) {
      if (!circuit.admits()) {
        nextAdmission =
            timer.schedule(this::admit, circuit.pause().toMillis(), TimeUnit.MILLISECONDS);
        return;
      }
      var id = waiting.removeFirst();
      takeUp(id);
      workers.submit(() -> work(id));
    }
  }

  private void takeUp(StoreId id) {
    atWork++;
    entry(id).dirty = false;
    forget(later.remove(id));
  }

  private static void forget(@Nullable ScheduledFuture<?> look) {
    if (look != null) {
      look.cancel(false);
    }
  }

  private void work(StoreId id) {
    try {
      finished(id, circuit.through(id, reconciler));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (Circuit.OpenException _) {
      putBack(id);
      return;
    } catch (Exception | Error e) {
      failed(id, e);
    }
    putDown(id);
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
    LOG.atLevel(circuit.isKnown(e) ? Level.DEBUG : Level.WARN)
        .addKeyValue("storeId", id)
        .addKeyValue("failures", entry.failures)
        .addKeyValue("againInMillis", pause.toMillis())
        .setCause(entry.failures == 1 ? e : null)
        .log("reconcile failed: {}", e.toString());
    add(id, pause);
  }

  /** It was not tried, so it stays the first. */
  private synchronized void putBack(StoreId id) {
    atWork--;
    waiting.addFirst(id);
    admit();
  }

  private synchronized void putDown(StoreId id) {
    atWork--;
    var entry = entry(id);
    if (entry.dirty) {
      waiting.addLast(id);
    } else {
      entry.active = false;
      if (entry.failures == 0) {
        entries.remove(id);
      }
    }
    admit();
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
