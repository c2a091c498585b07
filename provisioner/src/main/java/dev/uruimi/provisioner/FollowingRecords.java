package dev.uruimi.provisioner;

import dev.uruimi.provisioner.decide.NextAct;
import dev.uruimi.worker.cluster.KubernetesProperties;
import dev.uruimi.worker.reconcile.WorkQueue;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecordDefinition;
import dev.uruimi.worker.record.StoreRecords;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Follows store records and has those with work looked at. The informer counts only while it really
 * watches; one that does not is made anew, which looks at all records again.
 */
@Component("informer")
@EnableScheduling
class FollowingRecords
    implements HealthIndicator, ResourceEventHandler<StoreRecord>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FollowingRecords.class);

  private final KubernetesClient client;
  private final KubernetesProperties properties;
  private final StoreRecords records;
  private final WorkQueue queue;
  private final String holder;
  private @Nullable SharedIndexInformer<StoreRecord> informer;

  FollowingRecords(
      KubernetesClient client,
      KubernetesProperties properties,
      StoreRecords records,
      WorkQueue queue,
      ProvisionerProperties provisioner) {
    this.client = client;
    this.properties = properties;
    this.records = records;
    this.queue = queue;
    this.holder = "provisioner/" + provisioner.instance();
  }

  /** Starts to follow, again and again until it works, and again whenever the watch is lost. */
  @Scheduled(fixedDelay = 2_000)
  synchronized void follow() {
    if (watching()) {
      return;
    }
    close();
    try {
      StoreRecordDefinition.ensure(client, properties.namespace());
      informer = records.follow(this);
    } catch (RuntimeException e) {
      LOG.atWarn().log("cannot follow store records yet: {}", e.toString());
    }
  }

  @Override
  public void onAdd(StoreRecord record) {
    look(record);
  }

  @Override
  public void onUpdate(StoreRecord before, StoreRecord record) {
    look(record);
  }

  @Override
  public void onDelete(StoreRecord record, boolean unknown) {
    // Nothing follows from a record that is forgotten.
  }

  private void look(StoreRecord record) {
    var claim = record.getStatus().claim();
    var leftClaim = claim != null && claim.holder().equals(holder);
    if (leftClaim || NextAct.isNeeded(record.getSpec(), record.getStatus())) {
      queue.add(record.storeId());
    }
  }

  private synchronized boolean watching() {
    return informer != null && informer.isWatching();
  }

  @Override
  public Health health() {
    return watching() ? Health.up().build() : Health.down().withDetail("watching", false).build();
  }

  @Override
  public synchronized void close() {
    if (informer != null) {
      informer.close();
      informer = null;
    }
  }
}
