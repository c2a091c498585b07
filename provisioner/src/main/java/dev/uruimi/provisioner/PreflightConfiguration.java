package dev.uruimi.provisioner;

import dev.uruimi.helm.ChartRenderer;
import dev.uruimi.provisioner.blueprint.Blueprints;
import dev.uruimi.provisioner.preflight.Preflight;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PreflightConfiguration {

  @Bean(destroyMethod = "shutdownNow")
  ExecutorService preflightThreads() {
    return Executors.newVirtualThreadPerTaskExecutor();
  }

  @Bean
  Preflight preflight(
      Blueprints blueprints,
      ChartRenderer charts,
      KubernetesClient client,
      ExecutorService preflightThreads,
      Clock clock,
      PreflightProperties properties) {
    return new Preflight(
        blueprints,
        charts,
        client,
        preflightThreads,
        clock,
        properties.capacity(),
        properties.limit());
  }
}
