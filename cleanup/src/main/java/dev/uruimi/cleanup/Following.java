package dev.uruimi.cleanup;

import dev.uruimi.events.StoreId;
import dev.uruimi.worker.cluster.KubernetesProperties;
import dev.uruimi.worker.reconcile.WorkQueue;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecordDefinition;
import dev.uruimi.worker.record.StoreRecords;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Follows store records and stores' namespaces and has every store that changes looked at. An
 * informer counts only while it really watches; one that does not is made anew.
 */
@Component("informers")
@EnableScheduling
class Following implements HealthIndicator, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Following.class);

  private final KubernetesClient client;
  private final KubernetesProperties properties;
  private final StoreRecords records;
  private final WorkQueue queue;
  private final List<SharedIndexInformer<?>> informers = new ArrayList<>();

  Following(
      KubernetesClient client,
      KubernetesProperties properties,
      StoreRecords records,
      WorkQueue queue) {
    this.client = client;
    this.properties = properties;
    this.records = records;
    this.queue = queue;
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
      informers.add(records.follow(wake()));
      informers.add(client.namespaces().withLabel(StoreRecord.STORE_LABEL).inform(wake()));
    } catch (RuntimeException e) {
      LOG.atWarn().log("cannot follow the cluster yet: {}", e.toString());
    }
  }

  private synchronized boolean watching() {
    return !informers.isEmpty() && informers.stream().allMatch(SharedIndexInformer::isWatching);
  }

  private <T extends HasMetadata> ResourceEventHandler<T> wake() {
    return new ResourceEventHandler<>() {
      @Override
      public void onAdd(T object) {
        add(object);
      }

      @Override
      public void onUpdate(T before, T object) {
        add(object);
      }

      @Override
      public void onDelete(T object, boolean unknown) {
        add(object);
      }
    };
  }

  private void add(HasMetadata object) {
    var label = object.getMetadata().getLabels().get(StoreRecord.STORE_LABEL);
    if (label != null && StoreId.isValid(label)) {
      queue.add(new StoreId(label));
    }
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
