package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The chart of the platform itself: word for word, and what is expected of any of its variants. */
class PlatformTest {

  private static final List<String> SERVICES =
      List.of("store-api", "provisioner", "readiness-watcher", "cleanup");

  static List<PlatformVariant> variants() {
    return PlatformVariant.all();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void rendersWhatItDid(PlatformVariant variant) throws IOException {
    var text = variant.render().text().strip() + "\n---\n" + variant.renderTests().text().strip();

    Writing.assertKept(variant.golden(), text + "\n");
  }

  @ParameterizedTest
  @MethodSource("variants")
  void everyObjectHasTheRecommendedLabels(PlatformVariant variant) {
    assertThat(variant.render().objects())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            object ->
                assertThat(object.getMetadata().getLabels())
                    .as(object.getKind() + " " + object.getMetadata().getName())
                    .containsEntry("app.kubernetes.io/name", "uruimi")
                    .containsEntry("app.kubernetes.io/part-of", "uruimi")
                    .containsEntry("app.kubernetes.io/managed-by", "Helm")
                    .containsKeys("app.kubernetes.io/component", "helm.sh/chart"));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void everyPodIsRestrictedAndEveryContainerReadOnly(PlatformVariant variant) {
    assertThat(pods(variant))
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(
            pod -> {
              assertThat(pod.getEnableServiceLinks()).isFalse();
              assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
              assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
              assertThat(pod.getSecurityContext().getSeccompProfile().getType())
                  .isEqualTo("RuntimeDefault");
            });
    assertThat(pods(variant).stream().flatMap(pod -> pod.getContainers().stream()))
        .allSatisfy(
            container -> {
              assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
              assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
              assertThat(container.getSecurityContext().getCapabilities().getDrop())
                  .containsExactly("ALL");
              assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
              assertThat(container.getResources().getLimits())
                  .containsKey("memory")
                  .doesNotContainKey("cpu");
            });
  }

  @ParameterizedTest
  @MethodSource("variants")
  void noSecretIsInAnEnvironmentOrACommand(PlatformVariant variant) {
    assertThat(variant.render().containers().flatMap(container -> container.getEnv().stream()))
        .noneMatch(
            variable ->
                variable.getValueFrom() != null
                    && variable.getValueFrom().getSecretKeyRef() != null)
        .noneMatch(variable -> variable.getName().matches(".*(PASSWORD|TOKEN|KEY)"));
  }

  @Test
  void onlyServicesThatAskTheClusterHaveAToken() {
    assertThat(PlatformVariant.named("prod").render().pods())
        .allSatisfy(
            pod ->
                assertThat(pod.getSpec().getAutomountServiceAccountToken())
                    .isEqualTo(SERVICES.contains(component(pod))));
  }

  @Test
  void productionHasTwoOfEachSpreadAndGuarded() {
    var rendered = PlatformVariant.named("prod").render();

    assertThat(rendered.of(Deployment.class))
        .hasSize(4)
        .allSatisfy(
            service -> {
              assertThat(service.getSpec().getReplicas()).isEqualTo(2);
              assertThat(service.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                  .isNotEmpty();
            });
    assertThat(names(rendered.of(PodDisruptionBudget.class)))
        .containsExactlyInAnyOrderElementsOf(SERVICES);
    assertThat(PlatformVariant.named("local").render().of(PodDisruptionBudget.class)).isEmpty();
  }

  /** The services' own phases: 10 s and 15 s, several of them, after a pause of 5 s. */
  @Test
  void aServiceHasTheTimeToStopThatItTakes() {
    assertThat(PlatformVariant.named("default").render().of(Deployment.class))
        .allSatisfy(
            service ->
                assertThat(
                        service
                            .getSpec()
                            .getTemplate()
                            .getSpec()
                            .getTerminationGracePeriodSeconds())
                    .isGreaterThanOrEqualTo(5 + 2 * 15));
  }

  @Test
  void kafkaAndPostgresAreTheChartsOrYours() {
    assertThat(names(PlatformVariant.named("default").render().of(PersistentVolumeClaim.class)))
        .containsExactlyInAnyOrder("kafka", "postgres");
    var external = PlatformVariant.named("external").render();

    assertThat(names(external.objects())).doesNotContain("kafka", "postgres");
    assertThat(external.containers().filter(c -> c.getName().equals("store-api")).findFirst())
        .map(PlatformTest::environment)
        .hasValueSatisfying(
            variables ->
                assertThat(variables)
                    .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "a.kafka.svc:9092,b.kafka.svc:9092")
                    .containsEntry(
                        "POSTGRES_URL", "jdbc:postgresql://uruimi-rw.postgres.svc:5432/uruimi"));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void noRightIsForEverything(PlatformVariant variant) {
    assertThat(variant.render().of(ClusterRole.class))
        .hasSize(3)
        .flatExtracting(ClusterRole::getRules)
        .allSatisfy(
            rule -> {
              assertThat(rule.getVerbs()).doesNotContain("*", "escalate", "bind", "impersonate");
              assertThat(rule.getResources()).doesNotContain("*", "pods/exec");
            });
  }

  @Test
  void theWatcherChangesNothingOfStoresAndOnlyCleanupDeletesNamespaces() {
    assertThat(rules("readiness-watcher"))
        .filteredOn(rule -> rule.getResourceNames().isEmpty())
        .flatExtracting(PolicyRule::getVerbs)
        .containsOnly("get", "list", "watch");
    assertThat(rules("provisioner"))
        .filteredOn(rule -> rule.getResources().contains("namespaces"))
        .flatExtracting(PolicyRule::getVerbs)
        .doesNotContain("delete");
  }

  @Test
  void oneRegistryGoesBeforeEveryImage() {
    assertThat(
            pods(PlatformVariant.named("registry")).stream()
                .flatMap(pod -> pod.getContainers().stream())
                .map(Container::getImage))
        .allMatch(image -> image.startsWith("registry.example.com/team/"))
        .anyMatch(image -> image.matches(".*/uruimi/services@sha256:[0-9a-f]{64}"))
        .contains("registry.example.com/team/apache/kafka:4.2.1");
  }

  @Test
  void theDashboardsHostIsOneOfStoreApisNames() {
    var rendered = PlatformVariant.named("prod").render();
    var host = rendered.of(Ingress.class).getFirst().getSpec().getRules().getFirst().getHost();

    assertThat(
            rendered
                .containers()
                .filter(c -> c.getName().equals("store-api"))
                .findFirst()
                .orElseThrow())
        .extracting(c -> environment(c).get("URUIMI_WEB_ALLOWED_HOSTS").split(","))
        .satisfies(hosts -> assertThat(hosts).contains(host, "store-api"));
  }

  @Test
  void theWorkersTextsAreTheirOwn() throws IOException {
    var files = PlatformVariant.FOLDER.resolve("files");

    assertThat(files.resolve("storerecords.uruimi.dev.yaml"))
        .hasSameTextualContentAs(
            Path.of("common-worker/src/main/resources/storerecords.uruimi.dev.yaml"));
    assertThat(files.resolve("verdict-terms.yaml"))
        .hasSameTextualContentAs(
            Path.of("readiness-watcher/src/main/resources/verdict-terms.yaml"));
    var definition =
        new YAMLMapper().readTree(Files.readString(files.resolve("storerecords.uruimi.dev.yaml")));
    assertThat(
            PlatformVariant.named("default").render().trees().stream()
                .filter(tree -> tree.path("kind").asString().equals("CustomResourceDefinition"))
                .map(tree -> tree.path("spec")))
        .containsExactly(definition.path("spec"));
  }

  private static List<PolicyRule> rules(String service) {
    return PlatformVariant.named("default").render().of(ClusterRole.class).stream()
        .filter(role -> role.getMetadata().getName().equals("uruimi-system-" + service))
        .flatMap(role -> role.getRules().stream())
        .toList();
  }

  private static List<PodSpec> pods(PlatformVariant variant) {
    return Stream.concat(
            variant.render().pods().stream().map(PodTemplateSpec::getSpec),
            variant.renderTests().of(Pod.class).stream().map(Pod::getSpec))
        .toList();
  }

  private static String component(PodTemplateSpec pod) {
    return pod.getMetadata().getLabels().get("app.kubernetes.io/component");
  }

  private static List<String> names(List<? extends HasMetadata> objects) {
    return objects.stream().map(object -> object.getMetadata().getName()).toList();
  }

  private static Map<String, String> environment(Container container) {
    var variables = new java.util.HashMap<String, String>();
    container.getEnv().forEach(variable -> variables.put(variable.getName(), variable.getValue()));
    return variables;
  }
}
