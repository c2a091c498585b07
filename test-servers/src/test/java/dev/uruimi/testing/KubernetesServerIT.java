package dev.uruimi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KubernetesServerIT {

  private static KubernetesServer server;

  @BeforeAll
  static void start() {
    server = KubernetesServer.started();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void itsControllersRemoveANamespaceThatIsDeleted() {
    create("passing");

    server.client().namespaces().withName("passing").delete();

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> server.client().namespaces().withName("passing").get() == null);
  }

  @Test
  void keepsItsDataWhenItIsTakenAwayAndBroughtBack() {
    create("lasting");

    server.stop();
    server.start();

    assertThat(server.client().namespaces().withName("lasting").get()).isNotNull();
  }

  private static void create(String name) {
    server
        .client()
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
  }
}
