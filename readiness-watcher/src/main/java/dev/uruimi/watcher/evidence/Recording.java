package dev.uruimi.watcher.evidence;

import dev.uruimi.engines.EngineCatalogue;
import dev.uruimi.events.StoreEvent.StoreFailed;
import dev.uruimi.events.StoreId;
import dev.uruimi.watcher.probe.Probes;
import dev.uruimi.worker.leader.Leadership;
import dev.uruimi.worker.reconcile.Backoff;
import dev.uruimi.worker.reconcile.WorkQueue;
import dev.uruimi.worker.record.StoreRecord;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the flight recorder aside: a few stores at once and a bounded number waiting. Who finds no
 * place is found by the next sweep. Of several replicas the leader records; what another heard from
 * the log, whose partitions they share, that one does.
 */
public final class Recording implements Consumer<StoreId>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
  private static final int AT_ONCE = 2;
  private static final int WAITING = 500;
  private static final Duration SWEEP = Duration.ofSeconds(30);

  private final FlightRecorder recorder;
  private final Leadership leadership;
  private final Supplier<? extends Collection<StoreId>> earlier;
  private final Supplier<? extends Collection<StoreId>> stores;
  private final WorkQueue queue;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("evidence").factory());
  private boolean earlierFound;
  private boolean complained;

  Recording(
      FlightRecorder recorder,
      Leadership leadership,
      Supplier<? extends Collection<StoreId>> earlier,
      Supplier<? extends Collection<StoreId>> stores) {
    this.recorder = recorder;
    this.leadership = leadership;
    this.earlier = earlier;
    this.stores = stores;
    this.queue =
        new WorkQueue(recorder, AT_ONCE, new Backoff(SWEEP, SWEEP, RandomGenerator.getDefault()));
  }

  /**
   * A recording that has not begun.
   *
   * @param records the records as last seen
   * @param stores of which there is a record
   */
  public static Recording of(
      KubernetesClient client,
      Evidence evidence,
      Probes probes,
      EngineCatalogue engines,
      Clock clock,
      Leadership leadership,
      Function<StoreId, @Nullable StoreRecord> records,
      Supplier<? extends Collection<StoreId>> stores) {
    var gathering = new ClusterGathering(client, probes, OpenKeys.of(engines), clock);
    return new Recording(
        new FlightRecorder(records, gathering, evidence), leadership, evidence::stores, stores);
  }

  /** Begins to sweep. */
  public void start() {
    timer.scheduleWithFixedDelay(this::sweep, 0, SWEEP.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A store's record may have changed. Returns at once. */
  @Override
  public void accept(StoreId id) {
    if (leadership.isHeld()) {
      record(id);
    }
  }

  private void record(StoreId id) {
    if (recorder.isWanted(id) && queue.size() < WAITING) {
      queue.add(id);
    }
  }

  /** A store's failure is in the log. Returns at once. The watcher's own are in the record. */
  public void heard(StoreFailed failure) {
    if (failure.epoch() == 0) {
      recorder.heard(failure);
      record(failure.storeId());
    }
  }

  /** How many stores wait or are worked on. */
  int waiting() {
    return queue.size();
  }

  private void sweep() {
    try {
      if (!earlierFound) {
        recorder.found(earlier.get());
        earlierFound = true;
      }
      stores.get().forEach(this);
      complained = false;
    } catch (RuntimeException e) {
      if (!complained) {
        LOG.atWarn().log("evidence cannot be swept, tried again: {}", e.toString());
      }
      complained = true;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    queue.close();
  }
}
