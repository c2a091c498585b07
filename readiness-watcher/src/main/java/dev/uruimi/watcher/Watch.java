package dev.uruimi.watcher;

import dev.uruimi.watcher.cluster.ClusterSight;
import dev.uruimi.worker.cluster.KubernetesProperties;
import dev.uruimi.worker.reconcile.WorkQueue;
import dev.uruimi.worker.record.StoreRecordDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the informers running from start to end, whether the API server is there or not, and has
 * every store looked at from time to time.
 */
final class Watch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final Duration CHECK = Duration.ofSeconds(2);

  private final KubernetesClient client;
  private final KubernetesProperties kubernetes;
  private final RecordSight records;
  private final ClusterSight cluster;
  private final WorkQueue queue;
  private final Duration sweep;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("watch").factory());
  private volatile boolean running;
  private boolean defined;
  private boolean complained;

  Watch(
      KubernetesClient client,
      KubernetesProperties kubernetes,
      RecordSight records,
      ClusterSight cluster,
      WorkQueue queue,
      Duration sweep) {
    this.client = client;
    this.kubernetes = kubernetes;
    this.records = records;
    this.cluster = cluster;
    this.queue = queue;
    this.sweep = sweep;
  }

  /** Kinds of objects that are not watched now. */
  List<String> blind() {
    var blind = new ArrayList<>(cluster.blind());
    if (!records.isTrusted()) {
      blind.add("StoreRecord");
    }
    return blind;
  }

  @Override
  public void start() {
    running = true;
    timer.scheduleWithFixedDelay(this::ensure, 0, CHECK.toMillis(), TimeUnit.MILLISECONDS);
    timer.scheduleWithFixedDelay(
        () -> records.stores().forEach(queue::add),
        sweep.toMillis(),
        sweep.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private void ensure() {
    try {
      if (!defined) {
        StoreRecordDefinition.ensure(client, kubernetes.namespace());
        VerdictTerms.ensure(client, kubernetes.namespace());
        defined = true;
      }
      records.ensureRunning();
      cluster.ensureRunning();
      complained = false;
    } catch (RuntimeException e) {
      if (!complained) {
        LOG.atWarn().log("the Kubernetes API does not answer, waiting for it: {}", e.toString());
      }
      complained = true;
    }
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
    queue.close();
    records.close();
    cluster.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
