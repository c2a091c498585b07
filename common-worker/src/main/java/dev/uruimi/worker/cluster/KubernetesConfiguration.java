package dev.uruimi.worker.cluster;

import dev.uruimi.worker.reconcile.Backoff;
import dev.uruimi.worker.record.StoreRecordDefinition;
import dev.uruimi.worker.record.StoreRecords;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client of the Kubernetes API, bounded in time, and the store records behind it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KubernetesProperties.class)
public class KubernetesConfiguration {

  @Bean
  KubernetesClient kubernetesClient(KubernetesProperties properties) {
    Config config =
        new ConfigBuilder(Config.autoConfigure(null))
            .withRequestTimeout((int) properties.requestTimeout().toMillis())
            .withConnectionTimeout((int) properties.connectTimeout().toMillis())
            .withRequestRetryBackoffLimit(2)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /**
   * Waits for nothing: the definition is made by {@link StoreRecordDefinition} when work begins.
   */
  @Bean
  StoreRecords storeRecords(KubernetesClient client, KubernetesProperties properties) {
    return new StoreRecords(client, properties.namespace());
  }

  /** One for the whole process. */
  @Bean
  ApiServerCircuit apiServerCircuit(StoreRecords records) {
    var pauses = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15), new SecureRandom());
    return new ApiServerCircuit(records::find, pauses, new MonotonicClock());
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
