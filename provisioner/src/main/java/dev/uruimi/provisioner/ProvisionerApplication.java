package dev.uruimi.provisioner;

import dev.uruimi.worker.cluster.KubernetesConfiguration;
import dev.uruimi.worker.stream.StreamConfiguration;
import dev.uruimi.worker.web.ForeignHostFilter;
import dev.uruimi.worker.web.PeersOnlyFilter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** StoreRequested to StoreInstalled. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@Import({
  KubernetesConfiguration.class,
  StreamConfiguration.class,
  ForeignHostFilter.class,
  PeersOnlyFilter.class
})
public class ProvisionerApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(ProvisionerApplication.class, arguments);
  }
}
