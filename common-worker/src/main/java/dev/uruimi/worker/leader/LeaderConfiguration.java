package dev.uruimi.worker.leader;

import dev.uruimi.worker.cluster.KubernetesProperties;
import dev.uruimi.worker.stream.StreamProperties;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One leader among the replicas of a service; each imports it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LeaderProperties.class)
public class LeaderConfiguration {

  @Bean
  Wins wins() {
    return new Wins();
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  LeaderElection leaderElection(
      KubernetesClient client,
      KubernetesProperties kubernetes,
      StreamProperties service,
      LeaderProperties times,
      Clock clock,
      Wins wins,
      MeterRegistry meters) {
    var election =
        new LeaderElection(
            new Leases(client, kubernetes.namespace(), service.service()),
            identity(),
            times,
            clock,
            System::nanoTime,
            wins);
    Gauge.builder("uruimi.leader", election, it -> it.isHeld() ? 1 : 0).register(meters);
    return election;
  }

  /** A follower is well, too. */
  @Bean
  HealthIndicator leadershipHealthIndicator(LeaderElection election) {
    return () ->
        Health.up()
            .withDetail("leader", election.isHeld())
            .withDetail("term", election.term())
            .build();
  }

  /** Never that of a process before: a restarted one is another leader. */
  private static String identity() {
    var host = System.getenv("HOSTNAME");
    return "%s/%d/%s"
        .formatted(host == null ? "local" : host, ProcessHandle.current().pid(), UUID.randomUUID());
  }
}
