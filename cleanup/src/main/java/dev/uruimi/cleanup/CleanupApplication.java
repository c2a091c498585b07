package dev.uruimi.cleanup;

import dev.uruimi.worker.cluster.KubernetesConfiguration;
import dev.uruimi.worker.leader.LeaderConfiguration;
import dev.uruimi.worker.stream.StreamConfiguration;
import dev.uruimi.worker.web.ForeignHostFilter;
import dev.uruimi.worker.web.PeersOnlyFilter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** StoreDeleteRequested to StoreDeleted. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@Import({
  KubernetesConfiguration.class,
  LeaderConfiguration.class,
  StreamConfiguration.class,
  ForeignHostFilter.class,
  PeersOnlyFilter.class
})
public class CleanupApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(CleanupApplication.class, arguments);
  }
}
