package dev.uruimi.provisioner;

import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.KubernetesServer;
import dev.uruimi.testing.TestToken;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A broker, a Kubernetes API, and provisioners that use them. */
final class Servers implements AutoCloseable {

  final KafkaBroker broker = KafkaBroker.started();
  final KubernetesServer kubernetes = KubernetesServer.started();
  final EventLog log = new EventLog(broker.bootstrapServers());

  Servers() throws Exception {
    log.createTopics();
    System.setProperty("kubeconfig", kubernetes.kubeconfig().toString());
  }

  List<String> settings(String engines) {
    return settings(engines, "test");
  }

  private List<String> settings(String engines, String instance) {
    return List.of(
        "--KAFKA_BOOTSTRAP_SERVERS=" + broker.bootstrapServers(),
        "--PEERS_TOKEN_FILE=" + TestToken.file(),
        "--ENGINES_DIRECTORY=" + engines,
        "--server.port=0",
        "--uruimi.provisioner.renew-every=1s",
        "--uruimi.provisioner.instance=" + instance);
  }

  /** A provisioner in this JVM. */
  ConfigurableApplicationContext provisioner(String engines) {
    return new SpringApplicationBuilder(ProvisionerApplication.class)
        .run(settings(engines).toArray(String[]::new));
  }

  /** One of several in this JVM. */
  ConfigurableApplicationContext replica(String engines, String instance) {
    return new SpringApplicationBuilder(ProvisionerApplication.class)
        .run(settings(engines, instance).toArray(String[]::new));
  }

  @Override
  public void close() {
    System.clearProperty("kubeconfig");
    log.close();
    kubernetes.close();
    broker.close();
  }
}
