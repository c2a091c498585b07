package dev.uruimi.cleanup.sweep;

import dev.uruimi.worker.cluster.Following;
import dev.uruimi.worker.cluster.KubernetesProperties;
import dev.uruimi.worker.leader.Leadership;
import dev.uruimi.worker.reconcile.WorkQueue;
import dev.uruimi.worker.record.StoreRecords;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SweepConfiguration {

  @Bean
  Sweep sweep(
      KubernetesClient client,
      StoreRecords records,
      WorkQueue queue,
      Following informers,
      KubernetesProperties kubernetes,
      SweepProperties properties,
      Clock clock) {
    return new Sweep(
        new ClusterSight(client, records, kubernetes.namespace()),
        new Judgement(properties.grace(), properties.most()),
        new Removals(client, records, queue::add, kubernetes.namespace()),
        () -> Status.UP.equals(informers.health().getStatus()),
        clock);
  }

  /** Of two replicas one sweeps; both at once would do no harm. */
  @Bean
  PeriodicSweep periodicSweep(Sweep sweep, Leadership leadership) {
    return new PeriodicSweep(sweep, leadership);
  }

  @Bean
  MeterBinder sweepFindings(Sweep sweep) {
    return registry -> List.of(Kind.values()).forEach(kind -> gauge(registry, sweep, kind));
  }

  private static void gauge(MeterRegistry registry, Sweep sweep, Kind kind) {
    Gauge.builder(
            "uruimi.sweep.findings",
            sweep,
            s -> s.last().findings().stream().filter(f -> f.kind() == kind).count())
        .tag("kind", kind.label())
        .register(registry);
  }
}
