package dev.uruimi.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreEvent.StoreInstalled;
import dev.uruimi.events.StoreEvent.StoreStepCompleted;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The engines of the repository with their charts. */
class MedusaProvisionIT {

  @Test
  void aMedusaStoreIsInstalledAsTheCatalogueSays() throws Exception {
    var id = Stores.newId();
    try (var servers = new Servers();
        var _ = servers.provisioner("engines")) {
      servers.log.say(Stores.request(id, 1, "medusa"));

      await()
          .atMost(Duration.ofSeconds(90))
          .until(() -> servers.log.answers(id).stream().anyMatch(StoreInstalled.class::isInstance));

      var events = servers.log.answers(id);
      assertThat(events)
          .extracting(StoreEvent::discriminator)
          .containsExactly(
              "step/namespace", "step/guardrails", "step/secrets", "step/chart", "installed/1");
      events.forEach(System.out::println);
      assertThat(events.getFirst()).isInstanceOf(StoreStepCompleted.class);
      var client = servers.kubernetes.client();
      var deployments = client.apps().deployments().inNamespace(id.namespace()).list().getItems();
      assertThat(deployments)
          .extracting(deployment -> deployment.getMetadata().getName())
          .containsExactlyInAnyOrder("shop", "database");
      // Quota, pod security and limits let the chart's pods in.
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> client.pods().inNamespace(id.namespace()).list().getItems().size() == 2);
    }
  }
}
