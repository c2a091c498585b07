package dev.uruimi.cleanup;

import dev.uruimi.helm.HelmRunner;
import dev.uruimi.helm.HelmSettings;
import dev.uruimi.helm.WorkerHelmRunner;
import dev.uruimi.worker.cluster.Following;
import dev.uruimi.worker.cluster.KubernetesProperties;
import dev.uruimi.worker.cluster.OnChange;
import dev.uruimi.worker.reconcile.Backoff;
import dev.uruimi.worker.reconcile.WorkQueue;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecords;
import dev.uruimi.worker.stream.StoreEventPublisher;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CleanupConfiguration {

  @Bean(destroyMethod = "close")
  WorkerHelmRunner helmRunner(KubernetesClient client, CleanupProperties properties) {
    var settings =
        new HelmSettings(
            properties.helmWorkers(), properties.helmTimeout(), HelmSettings.defaultKubeconfig());
    return WorkerHelmRunner.started(settings, client);
  }

  @Bean
  Releases releases(HelmRunner helm) {
    return id -> helm.uninstall(id.namespace(), id.namespace());
  }

  @Bean
  Remains remains(KubernetesClient client, Releases releases, CleanupProperties properties) {
    return new Remains(client, releases, properties.podGrace());
  }

  @Bean
  RemovingStores removingStores(
      StoreRecords records,
      Remains remains,
      StoreEventPublisher events,
      Clock clock,
      CleanupProperties properties) {
    var log = new RemovalLog(records, events, clock);
    return new RemovingStores(
        records,
        remains,
        log,
        clock,
        new RemovingStores.Patience(properties.claim(), properties.stuckAfter()),
        "cleanup/" + properties.instance());
  }

  @Bean(destroyMethod = "close")
  WorkQueue workQueue(RemovingStores removing, CleanupProperties properties) {
    var backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(15), new SecureRandom());
    return new WorkQueue(removing, properties.concurrency(), backoff);
  }

  /** Store records and stores' namespaces. */
  @Bean
  Following informers(
      KubernetesClient client,
      KubernetesProperties kubernetes,
      StoreRecords records,
      WorkQueue queue) {
    var waking = new Waking(queue);
    return new Following(
        client,
        kubernetes,
        List.of(
            () -> records.follow(new OnChange<>(waking)),
            () ->
                client
                    .namespaces()
                    .withLabel(StoreRecord.STORE_LABEL)
                    .inform(new OnChange<>(waking))));
  }
}
