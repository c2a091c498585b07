package dev.uruimi.watcher;

import dev.uruimi.engines.EngineCatalogue;
import dev.uruimi.engines.ScenarioRunner;
import dev.uruimi.watcher.capacity.PodRequests;
import dev.uruimi.watcher.cluster.ClusterSight;
import dev.uruimi.watcher.cluster.ContainerLogs;
import dev.uruimi.watcher.cluster.CrashLogs;
import dev.uruimi.watcher.probe.Ingress;
import dev.uruimi.watcher.probe.Probes;
import dev.uruimi.watcher.verdict.DegradationLimit;
import dev.uruimi.watcher.verdict.StoreReconciler;
import dev.uruimi.watcher.verdict.Verdicts;
import dev.uruimi.worker.cluster.ApiServerCircuit;
import dev.uruimi.worker.cluster.KubernetesProperties;
import dev.uruimi.worker.leader.LeaderOnly;
import dev.uruimi.worker.leader.Leadership;
import dev.uruimi.worker.leader.Wins;
import dev.uruimi.worker.reconcile.Backoff;
import dev.uruimi.worker.reconcile.WorkQueue;
import dev.uruimi.worker.record.StoreRecords;
import dev.uruimi.worker.stream.StoreEventPublisher;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WatcherProperties.class)
class WatcherConfiguration {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  @Bean
  EngineCatalogue engineCatalogue(WatcherProperties properties) {
    return EngineCatalogue.load(properties.enginesDirectory(), System::getenv);
  }

  @Bean
  ScenarioRunner scenarioRunner(WatcherProperties properties) {
    return new ScenarioRunner(
        URI.create("http://" + properties.ingressAddress()), properties.probe().timeout());
  }

  @Bean
  Ingress ingress(ScenarioRunner runner, WatcherProperties properties, MeterRegistry meters) {
    var ingress = new Ingress(runner, properties.ingress(), properties.probe().connectTimeout());
    Gauge.builder("uruimi.ingress.down", ingress, i -> i.isDown() ? 1 : 0).register(meters);
    return ingress;
  }

  @Bean
  Probes probes(Ingress ingress, WatcherProperties properties, Clock clock) {
    return new Probes(ingress, properties.probe().concurrency(), clock);
  }

  /** Wakes the queue, which is made after those who wake it. */
  @Bean
  Wake wake() {
    return new Wake();
  }

  @Bean
  RecordSight recordSight(StoreRecords records, Wake wake) {
    return new RecordSight(records, wake);
  }

  @Bean(destroyMethod = "shutdownNow")
  ExecutorService logReaders() {
    return Executors.newFixedThreadPool(2, Thread.ofVirtual().name("log-reader-", 0).factory());
  }

  @Bean
  ClusterSight clusterSight(
      KubernetesClient client, ExecutorService logReaders, Wake wake, PodRequests pods) {
    var crashLogs = new CrashLogs(new ContainerLogs(client), logReaders, wake);
    return new ClusterSight(client, crashLogs, wake, pods);
  }

  @Bean
  Verdicts verdicts(StoreRecords records, StoreEventPublisher publisher, Leadership leadership) {
    return new Verdicts(records::change, publisher, leadership);
  }

  @Bean
  DegradationLimit degradationLimit(
      WatcherProperties properties, MeterRegistry meters, Clock clock) {
    var limit = properties.degradations();
    Gauge.builder("uruimi.degradations.held", limit, l -> l.held(clock.instant())).register(meters);
    return limit;
  }

  @Bean
  WorkQueue workQueue(
      RecordSight records,
      ClusterSight cluster,
      EngineCatalogue engines,
      Probes probes,
      Verdicts verdicts,
      DegradationLimit limit,
      WatcherProperties properties,
      Clock clock,
      Leadership leadership,
      Wins wins,
      Wake wake,
      ApiServerCircuit circuit) {
    var reconciler =
        new StoreReconciler(
            records::find,
            cluster,
            engines,
            probes,
            verdicts,
            limit,
            properties.graces(),
            properties.pace(),
            clock,
            leadership,
            wake);
    var queue =
        new WorkQueue(
            new LeaderOnly(leadership, reconciler),
            properties.concurrency(),
            new Backoff(FIRST_PAUSE, LONGEST_PAUSE, new SecureRandom()),
            circuit);
    wake.up(queue::add);
    wins.andThen(() -> records.stores().forEach(queue::add));
    return queue;
  }

  @Bean
  Watch watch(
      KubernetesClient client,
      KubernetesProperties kubernetes,
      RecordSight records,
      ClusterSight cluster,
      WorkQueue queue,
      WatcherProperties properties) {
    return new Watch(client, kubernetes, records, cluster, queue, properties.sweep());
  }

  @Bean
  WatchHealth watchHealthIndicator(
      Watch watch, Ingress ingress, DegradationLimit limit, Clock clock) {
    return new WatchHealth(watch, ingress, () -> limit.held(clock.instant()));
  }
}
