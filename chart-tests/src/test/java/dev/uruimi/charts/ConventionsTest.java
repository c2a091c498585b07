package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people expect of any good chart. */
class ConventionsTest {

  static List<Variant> variants() {
    return Variant.all();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void everyObjectHasTheRecommendedLabels(Variant variant) {
    assertThat(everything(variant))
        .allSatisfy(
            object ->
                assertThat(object.getMetadata().getLabels())
                    .as(object.getKind() + " " + object.getMetadata().getName())
                    .containsEntry("app.kubernetes.io/name", variant.chart().id())
                    .containsEntry("app.kubernetes.io/instance", Chart.RELEASE)
                    .containsEntry("app.kubernetes.io/managed-by", "Helm")
                    .containsEntry("app.kubernetes.io/part-of", "uruimi")
                    .containsKeys("app.kubernetes.io/version", "helm.sh/chart"));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void podsCarryNothingThatChangesWithTheVersion(Variant variant) {
    assertThat(variant.render().pods())
        .hasSize(2)
        .allSatisfy(
            pod ->
                assertThat(pod.getMetadata().getLabels())
                    .containsKey("app.kubernetes.io/component")
                    .doesNotContainKeys("app.kubernetes.io/version", "helm.sh/chart"));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void noSecretIsMadeByTheChart(Variant variant) {
    assertThat(everything(variant)).extracting(HasMetadata::getKind).doesNotContain("Secret");
  }

  @ParameterizedTest
  @MethodSource("variants")
  void volumesOutliveTheRelease(Variant variant) {
    assertThat(variant.render().of(PersistentVolumeClaim.class))
        .hasSize(2)
        .allSatisfy(
            claim ->
                assertThat(claim.getMetadata().getAnnotations())
                    .containsEntry("helm.sh/resource-policy", "keep"));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void everyContainerSaysWhatItNeedsAndHasNoLimitOnTime(Variant variant) {
    assertThat(containers(variant))
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(
            container -> {
              assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
              assertThat(container.getResources().getLimits())
                  .containsKey("memory")
                  .doesNotContainKey("cpu");
            });
  }

  @ParameterizedTest
  @EnumSource(Chart.class)
  void oneRegistryGoesBeforeEveryImage(Chart chart) {
    var variant = Variant.named(chart, "registry");

    assertThat(containers(variant))
        .extracting(Container::getImage)
        .allMatch(image -> image.startsWith("registry.example.com/team/uruimi/"))
        .anyMatch(image -> image.matches(".*@sha256:[0-9a-f]{64}"))
        .anyMatch(image -> image.matches(".*:[^@/]+"));
    assertThat(variant.render().pods())
        .allSatisfy(
            pod ->
                assertThat(pod.getSpec().getImagePullSecrets())
                    .extracting(secret -> secret.getName())
                    .containsExactly("registry"));
  }

  @ParameterizedTest
  @EnumSource(Chart.class)
  void everySecretCanBeAnother(Chart chart) {
    var ours = chart == Chart.MEDUSA ? "" : "salts: {existingSecret: another-salts}\n";
    var rendered =
        chart.render(
            List.of(),
            """
            ingress: {host: shop.example.com}
            credentials: {existingSecret: another-admin}
            database: {existingSecret: another-database}
            %s
            """
                .formatted(ours));

    assertThat(
            rendered
                .containers()
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getValueFrom() != null)
                .map(variable -> variable.getValueFrom().getSecretKeyRef().getName()))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("another-"));
  }

  @ParameterizedTest
  @EnumSource(Chart.class)
  void theWayInIsChosenByValues(Chart chart) {
    assertThat(kinds(chart, "default")).contains("Ingress").doesNotContain("HTTPRoute");
    assertThat(kinds(chart, "http-route")).contains("HTTPRoute").doesNotContain("Ingress");
    assertThat(kinds(chart, "no-ingress")).doesNotContain("Ingress", "HTTPRoute");
    var tls = Variant.named(chart, "tls").render().of(Ingress.class).getFirst();
    assertThat(tls.getSpec().getIngressClassName()).isEqualTo("nginx");
    assertThat(tls.getSpec().getTls().getFirst().getSecretName()).isEqualTo("shop-tls");
    assertThat(tls.getMetadata().getAnnotations())
        .containsEntry("cert-manager.io/cluster-issuer", "letsencrypt");
    assertThat(serviceTypes(chart, "default")).containsExactly("ClusterIP", "ClusterIP");
    assertThat(serviceTypes(chart, "node-port")).containsExactly("ClusterIP", "NodePort");
    assertThat(serviceTypes(chart, "load-balancer")).containsExactly("ClusterIP", "LoadBalancer");
  }

  @ParameterizedTest
  @MethodSource("variants")
  void manyPodsHaveADisruptionBudgetAndOneHasNone(Variant variant) {
    var budgets = variant.render().of(PodDisruptionBudget.class);

    if (variant.name().equals("replicas")) {
      assertThat(budgets).hasSize(1);
      var selector = budgets.getFirst().getSpec().getSelector().getMatchLabels();
      assertThat(variant.render().pods())
          .filteredOn(
              pod -> pod.getMetadata().getLabels().entrySet().containsAll(selector.entrySet()))
          .hasSize(1);
    } else {
      assertThat(budgets).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void policiesAreThereUnlessTheyAreUnwanted(Variant variant) {
    assertThat(variant.render().of(NetworkPolicy.class))
        .hasSize(variant.name().equals("no-policies") ? 0 : 3);
  }

  private static List<String> kinds(Chart chart, String variant) {
    return Variant.named(chart, variant).render().objects().stream()
        .map(HasMetadata::getKind)
        .toList();
  }

  private static List<String> serviceTypes(Chart chart, String variant) {
    return Variant.named(chart, variant).render().of(Service.class).stream()
        .sorted(java.util.Comparator.comparing(service -> service.getMetadata().getName()))
        .map(service -> service.getSpec().getType())
        .toList();
  }

  private static List<HasMetadata> everything(Variant variant) {
    return Stream.concat(
            variant.render().objects().stream(), variant.renderTests().objects().stream())
        .toList();
  }

  private static List<Container> containers(Variant variant) {
    return Stream.concat(
            variant.render().containers(),
            variant.renderTests().of(io.fabric8.kubernetes.api.model.Pod.class).stream()
                .flatMap(pod -> pod.getSpec().getContainers().stream()))
        .toList();
  }
}
