package dev.uruimi.watcher;

import dev.uruimi.worker.cluster.KubernetesConfiguration;
import dev.uruimi.worker.leader.LeaderConfiguration;
import dev.uruimi.worker.stream.StreamConfiguration;
import dev.uruimi.worker.web.ForeignHostFilter;
import dev.uruimi.worker.web.PeersOnlyFilter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The readiness watcher. */
@SpringBootApplication
@Import({
  KubernetesConfiguration.class,
  LeaderConfiguration.class,
  StreamConfiguration.class,
  ForeignHostFilter.class,
  PeersOnlyFilter.class
})
public class WatcherApplication {

  /** Probes name the shop in the Host header. Read once by the HTTP client, so set before it. */
  private static final String RESTRICTED_HEADERS = "jdk.httpclient.allowRestrictedHeaders";

  public static void main(String[] arguments) {
    if (System.getProperty(RESTRICTED_HEADERS) == null) {
      System.setProperty(RESTRICTED_HEADERS, "host");
    }
    SpringApplication.run(WatcherApplication.class, arguments);
  }
}
