package dev.uruimi.cleanup;

import dev.uruimi.helm.Helm;
import dev.uruimi.helm.HelmRunner;
import dev.uruimi.helm.HelmSettings;
import dev.uruimi.worker.cluster.ApiServerCircuit;
import dev.uruimi.worker.cluster.Following;
import dev.uruimi.worker.cluster.KubernetesProperties;
import dev.uruimi.worker.cluster.OnChange;
import dev.uruimi.worker.leader.LeaderOnly;
import dev.uruimi.worker.leader.Leadership;
import dev.uruimi.worker.leader.Wins;
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
  Helm helmRunner(KubernetesClient client, HelmProperties helm, CleanupProperties properties) {
    var settings =
        new HelmSettings(
            properties.helmWorkers(),
            properties.helmTimeout(),
            HelmSettings.defaultKubeconfig(),
            helm.runner(),
            helm.program());
    return Helm.started(settings, client);
  }

  @Bean
  Releases releases(HelmRunner helm) {
    return id -> helm.uninstall(id.namespace(), id.namespace());
  }

  @Bean
  Remains remains(KubernetesClient client, Releases releases, CleanupProperties properties) {
    return new Remains(client, new Inventory(client), releases, properties.podGrace());
  }

  @Bean
  RemovingStores removingStores(
      KubernetesClient client,
      StoreRecords records,
      Remains remains,
      StoreEventPublisher events,
      Clock clock,
      CleanupProperties properties) {
    var inventory = new Inventory(client);
    var log = new RemovalLog(records, events, clock);
    return new RemovingStores(
        records,
        remains,
        inventory,
        new Holding(client, inventory),
        log,
        clock,
        new RemovingStores.Patience(properties.claim(), properties.stuckAfter()),
        "cleanup/" + properties.instance());
  }

  @Bean(destroyMethod = "close")
  WorkQueue workQueue(
      RemovingStores removing,
      StoreRecords records,
      Leadership leadership,
      Wins wins,
      CleanupProperties properties,
      ApiServerCircuit circuit) {
    var backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(15), new SecureRandom());
    var queue =
        new WorkQueue(
            new LeaderOnly(leadership, removing), properties.concurrency(), backoff, circuit);
    wins.andThen(() -> records.all().forEach(new Waking(queue)));
    return queue;
  }

  /** Store records, stores' namespaces, and what can hold a removal up. */
  @Bean
  Following informers(
      KubernetesClient client,
      KubernetesProperties kubernetes,
      StoreRecords records,
      RemovingStores removing,
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
                    .inform(new OnChange<>(waking)),
            () -> client.persistentVolumes().inform(new OnChange<>(new WakingByVolume(queue))),
            () -> client.apiServices().inform(new OnChange<>(new WakingStuck(queue, removing)))));
  }
}
