package dev.uruimi.watcher;

import dev.uruimi.engines.EngineCatalogue;
import dev.uruimi.events.StoreEvent.StoreFailed;
import dev.uruimi.watcher.capacity.ClusterCapacity;
import dev.uruimi.watcher.capacity.PodRequests;
import dev.uruimi.watcher.cluster.ClusterSight;
import dev.uruimi.watcher.evidence.Evidence;
import dev.uruimi.watcher.evidence.Recording;
import dev.uruimi.watcher.probe.Probes;
import dev.uruimi.watcher.workloads.WorkloadReading;
import dev.uruimi.worker.cluster.KubernetesProperties;
import dev.uruimi.worker.leader.Leadership;
import dev.uruimi.worker.stream.StoreEventHandler;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what the watcher shows and keeps besides its verdicts. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

  @Bean
  WorkloadReading workloadReading(KubernetesClient client, Probes probes, Clock clock) {
    return new WorkloadReading(client, probes::lastCheck, clock);
  }

  @Bean
  PodRequests podRequests() {
    return new PodRequests();
  }

  @Bean
  ClusterCapacity clusterCapacity(
      KubernetesClient client, PodRequests pods, ClusterSight cluster, Clock clock) {
    return new ClusterCapacity(
        () -> client.nodes().list().getItems(),
        pods,
        () -> !cluster.blind().contains("Pod"),
        clock);
  }

  @Bean
  Evidence evidence(KubernetesClient client, KubernetesProperties kubernetes) {
    return new Evidence(client, kubernetes.namespace());
  }

  @Bean(initMethod = "start")
  Recording recording(
      KubernetesClient client,
      Evidence evidence,
      Probes probes,
      EngineCatalogue engines,
      Clock clock,
      Leadership leadership,
      RecordSight records) {
    var recording =
        Recording.of(
            client, evidence, probes, engines, clock, leadership, records::find, records::stores);
    records.alsoTell(recording);
    return recording;
  }

  /** Events ask for no work: what matters of them shows in the record. They wake the queue. */
  @Bean
  StoreEventHandler storeEventHandler(Wake wake, Recording recording) {
    return envelope -> {
      wake.accept(envelope.event().storeId());
      if (envelope.event() instanceof StoreFailed failure) {
        recording.heard(failure);
      }
    };
  }
}
