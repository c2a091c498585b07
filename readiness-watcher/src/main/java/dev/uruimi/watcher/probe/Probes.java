package dev.uruimi.watcher.probe;

import dev.uruimi.engines.ScenarioResult;
import dev.uruimi.events.StoreId;
import dev.uruimi.watcher.diagnosis.Probe;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Probes many shops at once, up to a limit, and one shop never twice at the same time. A probe runs
 * aside: its result is told, nobody waits for it.
 */
public final class Probes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Probes.class);

  private final Asking asking;
  private final Clock clock;
  private final Semaphore places;
  private final Set<StoreId> underWay = new HashSet<>();
  private final Map<StoreId, Asked> lastAsked = new ConcurrentHashMap<>();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param concurrency how many shops are asked at once
   */
  public Probes(Asking asking, int concurrency, Clock clock) {
    this.asking = asking;
    this.clock = clock;
    this.places = new Semaphore(concurrency);
  }

  /**
   * Starts a probe unless one of this store is under way.
   *
   * @param before the probe before it, whose failures in a row are counted on
   * @param told gets the result; null when nothing can be said about the shop because the ingress
   *     is down. Told after the store may be probed again
   */
  public void start(
      StoreId id, Shop shop, @Nullable Probe before, BiConsumer<StoreId, @Nullable Probe> told) {
    synchronized (underWay) {
      if (!underWay.add(id)) {
        return;
      }
    }
    executor.submit(() -> run(id, shop, before, told));
  }

  /** What asking this shop gave the last time; null when this process has not asked it yet. */
  public @Nullable LastCheck lastCheck(StoreId id) {
    var asked = lastAsked.get(id);
    return asked == null ? null : asked.check();
  }

  /** The last probe's answer, if it failed; null otherwise. */
  public @Nullable ProbeAnswer failed(StoreId id) {
    var asked = lastAsked.get(id);
    return asked != null && asked.result() instanceof ScenarioResult.Failed failed
        ? ProbeAnswer.of(asked.check().at(), failed)
        : null;
  }

  /** The store is not watched any more. */
  public void forget(StoreId id) {
    lastAsked.remove(id);
  }

  private void run(
      StoreId id, Shop shop, @Nullable Probe before, BiConsumer<StoreId, @Nullable Probe> told) {
    try {
      var result = ask(shop);
      var probe = result == null ? null : probe(result, before);
      if (result != null && probe != null) {
        remember(id, shop, probe, result);
      }
      done(id);
      told.accept(id, probe);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("storeId", id).setCause(e).log("probe broke");
      done(id);
      told.accept(id, null);
    }
  }

  private @Nullable ScenarioResult ask(Shop shop) throws InterruptedException {
    places.acquire();
    try {
      return asking.ask(shop);
    } catch (IngressDownException _) {
      return null;
    } finally {
      places.release();
    }
  }

  private Probe probe(ScenarioResult result, @Nullable Probe before) {
    return switch (result) {
      case ScenarioResult.Passed _ -> Probe.passed(clock.instant());
      case ScenarioResult.Failed failed ->
          new Probe(
              clock.instant(),
              before == null ? 1 : before.failures() + 1,
              failed.step(),
              failed.message());
    };
  }

  /** Nothing is remembered of a shop that is not really asked. */
  private void remember(StoreId id, Shop shop, Probe probe, ScenarioResult result) {
    if (!shop.steps().isEmpty()) {
      lastAsked.compute(
          id,
          (_, known) ->
              new Asked(result, LastCheck.of(shop, probe, known == null ? null : known.check())));
    }
  }

  private void done(StoreId id) {
    synchronized (underWay) {
      underWay.remove(id);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private record Asked(ScenarioResult result, LastCheck check) {}
}
