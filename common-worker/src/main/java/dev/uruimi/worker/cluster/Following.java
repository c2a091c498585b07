package dev.uruimi.worker.cluster;

import dev.uruimi.worker.record.StoreRecordDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Keeps informers running. One counts only while it really watches; when one does not, all are made
 * anew, which shows their handlers everything again. Needs scheduling to be enabled.
 */
public final class Following implements HealthIndicator, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Following.class);

  private final KubernetesClient client;
  private final KubernetesProperties properties;
  private final List<Supplier<? extends SharedIndexInformer<?>>> starts;
  private final List<SharedIndexInformer<?>> informers = new ArrayList<>();
  private boolean complained;

  /**
   * @param starts each starts an informer, or throws while the API server is away
   */
  public Following(
      KubernetesClient client,
      KubernetesProperties properties,
      List<Supplier<? extends SharedIndexInformer<?>>> starts) {
    this.client = client;
    this.properties = properties;
    this.starts = List.copyOf(starts);
  }

  /** Starts to follow, again and again until it works, and again whenever a watch is lost. */
  @Scheduled(fixedDelay = 2_000)
  synchronized void follow() {
    if (watching()) {
      return;
    }
    close();
    try {
      StoreRecordDefinition.ensure(client, properties.namespace());
      starts.forEach(start -> informers.add(start.get()));
      complained = false;
    } catch (RuntimeException e) {
      if (!complained) {
        LOG.atWarn().log("cannot follow the cluster yet: {}", e.toString());
      }
      complained = true;
    }
  }

  private synchronized boolean watching() {
    return informers.size() == starts.size()
        && informers.stream().allMatch(SharedIndexInformer::isWatching);
  }

  @Override
  public Health health() {
    return watching() ? Health.up().build() : Health.down().withDetail("watching", false).build();
  }

  @Override
  public synchronized void close() {
    informers.forEach(SharedIndexInformer::close);
    informers.clear();
  }
}
