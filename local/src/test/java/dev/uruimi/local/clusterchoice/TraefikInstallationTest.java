package dev.uruimi.local.clusterchoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraefikInstallationTest {

  private static final Map<String, String> LABELS = Map.of(Footprint.LABEL, "0a1b2c3d");

  @Test
  void imageAndNodePortAreSettings() throws IOException {
    var objects =
        objects(
            Map.of(
                "URUIMI_TRAEFIK_IMAGE", "registry.example/traefik@sha256:00",
                "URUIMI_INGRESS_NODE_PORT", "31080"));

    assertThat(objects)
        .filteredOn(Deployment.class::isInstance)
        .extracting(
            it -> ((Deployment) it).getSpec().getTemplate().getSpec().getContainers().getFirst())
        .allSatisfy(it -> assertThat(it.getImage()).isEqualTo("registry.example/traefik@sha256:00"))
        .hasSize(1);
    assertThat(objects)
        .filteredOn(Service.class::isInstance)
        .extracting(it -> ((Service) it).getSpec().getPorts().getFirst().getNodePort())
        .containsExactly(31080);
  }

  @Test
  void whatIsNotInItsNamespaceIsLabelledAsOurs() throws IOException {
    assertThat(objects(Map.of()))
        .filteredOn(it -> it.getMetadata().getNamespace() == null)
        .hasSize(4)
        .allSatisfy(it -> assertThat(it.getMetadata().getLabels()).containsAllEntriesOf(LABELS));
    assertThat(objects(Map.of()))
        .filteredOn(it -> it.getMetadata().getNamespace() != null)
        .allSatisfy(
            it ->
                assertThat(it.getMetadata().getNamespace())
                    .isEqualTo(TraefikInstallation.NAMESPACE));
  }

  private static List<HasMetadata> objects(Map<String, String> environment) throws IOException {
    var text = TraefikInstallation.of(environment).manifests(LABELS);
    try (var client = new KubernetesClientBuilder().build()) {
      return client.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).items();
    }
  }
}
