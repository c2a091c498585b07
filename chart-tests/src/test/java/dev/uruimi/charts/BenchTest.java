package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart of stores for simulated nodes; it is no shop, and keeps no shop's conventions. */
class BenchTest {

  @Test
  void hasTheObjectsOfASmallShop() {
    assertThat(render("").objects())
        .extracting(HasMetadata::getKind)
        .containsExactlyInAnyOrder(
            "ConfigMap",
            "Deployment",
            "Deployment",
            "Ingress",
            "NetworkPolicy",
            "NetworkPolicy",
            "PersistentVolumeClaim",
            "Service",
            "Service");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "quota", "admission", "unschedulable", "volume"})
  void itsPodsNeverRunOnARealNode(String broken) {
    assertThat(render(broken).pods())
        .hasSize(2)
        .allSatisfy(
            pod -> assertThat(pod.getSpec().getNodeSelector()).containsEntry("type", "kwok"));
  }

  @Test
  void eachWayToBreakItIsAnotherOne() {
    assertThat(render("quota").containers())
        .allSatisfy(
            it -> assertThat(it.getResources().getLimits().get("memory")).hasToString("64Gi"));
    assertThat(render("admission").containers())
        .allSatisfy(it -> assertThat(it.getSecurityContext().getPrivileged()).isTrue());
    assertThat(render("unschedulable").pods())
        .allSatisfy(it -> assertThat(it.getSpec().getNodeSelector()).hasSize(2));
    assertThat(render("volume").of(PersistentVolumeClaim.class))
        .allSatisfy(it -> assertThat(it.getSpec().getStorageClassName()).startsWith("broken"));
    assertThatThrownBy(() -> render("chart")).hasMessageContaining("the chart refuses its values");
    assertThatThrownBy(() -> render("nonsense")).hasMessageContaining("/break");
  }

  private static Rendered render(String broken) {
    return new Rendered(
        new Helm(Path.of("charts/bench"))
            .template()
            .withName(Chart.RELEASE)
            .withNamespace(Chart.RELEASE)
            .withKubeVersion(Chart.KUBERNETES)
            .set("ingress.host", "bench.example.com")
            .set("break", broken)
            .call());
  }
}
