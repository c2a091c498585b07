package dev.uruimi.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.helm.ReleaseState.Absent;
import dev.uruimi.helm.ReleaseState.Present;
import dev.uruimi.helm.ReleaseState.Status;
import dev.uruimi.testing.KubernetesServer;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class WorkerHelmRunnerIT extends HelmRunnerContract {

  private static final Path CHART = Path.of("src/test/charts/tiny");

  private static KubernetesServer server;
  private static KubernetesClient client;
  private static WorkerHelmRunner helm;

  private String namespace;

  @BeforeAll
  static void start() {
    server = KubernetesServer.started();
    client = server.client();
    helm =
        WorkerHelmRunner.started(
            new HelmSettings(2, Duration.ofSeconds(20), server.kubeconfig()), client);
  }

  @AfterAll
  static void stop() {
    helm.close();
    server.close();
  }

  @BeforeEach
  void create(TestInfo test) {
    namespace = "t" + Integer.toHexString(test.getDisplayName().hashCode());
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
  }

  @Test
  void objectsFollowTheValuesAndWhatIsToBeKeptStays() {
    helm.install(tiny(Map.of("message", "one"), ""));
    assertThat(message()).isEqualTo("one");

    helm.upgrade(tiny(Map.of("message", "two"), ""));
    assertThat(message()).isEqualTo("two");

    helm.uninstall(namespace, "tiny");
    assertThat(configMap("tiny")).isNull();
    assertThat(configMap("kept")).isNotNull();
  }

  @Test
  void hostileValuesArriveAsTheyAre() {
    var hostile =
        "Ünï 🛍 \" ' : {{ .Values.from }} ${x} # - \u2028\u0085\u007f $(id) \\ \t<script>";

    helm.install(tiny(Map.of("message", hostile), ""));

    assertThat(message()).isEqualTo(hostile);
  }

  @Test
  void keepsFewOldRevisions() {
    helm.install(tiny(Map.of(), ""));
    for (int i = 0; i < 7; i++) {
      helm.upgrade(tiny(Map.of("message", "m" + i), ""));
    }

    var records =
        client.secrets().inNamespace(namespace).withLabel("owner", "helm").list().getItems();

    assertThat(records).hasSize(5);
    assertThat(helm.status(namespace, "tiny"))
        .isEqualTo(new Present(Status.DEPLOYED, 8, "Upgrade complete"));
  }

  @Test
  void valuesAgainstTheSchemaAreAnInvalidChart() {
    assertFailure(() -> helm.install(tiny(Map.of("replicas", 9), "")), HelmFailure.CHART_INVALID);
    assertThat(helm.status(namespace, "tiny")).isEqualTo(new Absent());
  }

  @Test
  void aChartThatIsNotThereIsInvalid() {
    var nowhere = new Installation(namespace, "tiny", Path.of("nowhere"), List.of(), Map.of(), "");

    assertFailure(() -> helm.install(nowhere), HelmFailure.CHART_INVALID);
  }

  @Test
  void anObjectTheClusterDoesNotAdmitIsRefused() {
    assertFailure(
        () -> helm.install(tiny(Map.of("service", "Not A Name"), "")), HelmFailure.REFUSED);
    assertThat(helm.status(namespace, "tiny")).isInstanceOf(Present.class);
    assertThat(((Present) helm.status(namespace, "tiny")).status()).isEqualTo(Status.FAILED);

    assertThat(helm.upgrade(tiny(Map.of(), "again"))).isEqualTo(2);
  }

  @Test
  void aNamespaceThatIsMissingIsAChangedState() {
    var elsewhere = new Installation("missing", "tiny", CHART, List.of(), Map.of(), "");

    assertFailure(() -> helm.install(elsewhere), HelmFailure.STATE_CHANGED);
  }

  @Test
  void aKilledWorkerIsReplaced() {
    await().atMost(Duration.ofSeconds(60)).until(() -> helm.idleWorkers() == 2);
    var before = helm.workers();

    before.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> before.stream().noneMatch(pid -> ProcessHandle.of(pid).isPresent()));
    assertThat(helm.install(tiny(Map.of(), ""))).isEqualTo(1);
  }

  @Override
  HelmRunner helm() {
    return helm;
  }

  @Override
  String namespace() {
    return namespace;
  }

  private String message() {
    return configMap("tiny").getData().get("message");
  }

  private io.fabric8.kubernetes.api.model.ConfigMap configMap(String name) {
    return client.configMaps().inNamespace(namespace).withName(name).get();
  }

  @Override
  void leaveUnfinished(int revision, Status status) {
    client
        .secrets()
        .inNamespace(namespace)
        .withName("sh.helm.release.v1.tiny.v" + revision)
        .edit(secret -> StoredRelease.withStatus(secret, status));
  }
}
