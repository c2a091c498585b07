package dev.uruimi.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.uruimi.helm.ReleaseState.Absent;
import dev.uruimi.helm.ReleaseState.Present;
import dev.uruimi.helm.ReleaseState.Status;
import dev.uruimi.testing.KubernetesServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Helm} does to a real cluster. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClusterHelmContract extends HelmRunnerContract {

  private static final Path CHART = Path.of("src/test/charts/tiny");
  private static final Duration SOON = Duration.ofMinutes(4);

  private KubernetesServer server;
  private KubernetesClient client;
  private Helm helm;
  private String namespace;

  abstract HelmKind kind();

  abstract String program();

  /** Process ids of what may be at work for it. */
  abstract Set<Long> processes();

  @BeforeAll
  void start() {
    server = KubernetesServer.started();
    client = server.client();
    helm = Helm.started(settings(SOON), client);
  }

  @AfterAll
  void stop() {
    helm.close();
    server.close();
  }

  @BeforeEach
  void create(TestInfo test) {
    var unique = test.getDisplayName() + test.getTestMethod().orElseThrow().getName();
    namespace = "t" + Integer.toHexString(unique.hashCode());
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
  void anUpgradeForgetsTheValuesOfTheRevisionBefore() {
    helm.install(tiny(Map.of("message", "one"), ""));

    helm.upgrade(tiny(Map.of(), ""));

    assertThat(message()).isEqualTo("hello");
  }

  @Test
  void hostileValuesArriveAsTheyAre() {
    var hostile =
        "Ünï 🛍 \" ' : {{ .Values.from }} ${x} # - \u2028\u0085\u007f $(id) \\ \t<script>";

    helm.install(tiny(Map.of("message", hostile), ""));

    assertThat(message()).isEqualTo(hostile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "-n", "a;id", "$(id)", "Ünï", "../x", "a b", "A", "a\nb", "a,b"})
  void aHostileNameOfAReleaseIsRefused(String hostile) {
    var installation = new Installation(namespace, hostile, CHART, List.of(), Map.of(), "");

    assertThatExceptionOfType(HelmException.class).isThrownBy(() -> helm.install(installation));

    assertThat(records()).isEmpty();
    assertThat(configMap("tiny")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--kubeconfig=/dev/null", "-A", "../x", "a b", "$(id)", "Ünï"})
  void aHostileNameOfANamespaceIsRefused(String hostile) {
    var installation = new Installation(hostile, "tiny", CHART, List.of(), Map.of(), "");

    assertThatExceptionOfType(HelmException.class).isThrownBy(() -> helm.install(installation));

    assertThat(configMap("tiny")).isNull();
  }

  @Test
  void keepsFewOldRevisions() {
    helm.install(tiny(Map.of(), ""));
    for (int i = 0; i < 7; i++) {
      helm.upgrade(tiny(Map.of("message", "m" + i), ""));
    }

    assertThat(records()).hasSize(5);
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
    assertThat(((Present) helm.status(namespace, "tiny")).status()).isEqualTo(Status.FAILED);

    assertThat(helm.upgrade(tiny(Map.of(), "again"))).isEqualTo(2);
  }

  @Test
  void aNamespaceThatIsMissingIsAChangedState() {
    var elsewhere = new Installation("missing", "tiny", CHART, List.of(), Map.of(), "");

    assertFailure(() -> helm.install(elsewhere), HelmFailure.STATE_CHANGED);
  }

  @Test
  void renderingGivesTheObjectsAndTouchesNothing() {
    var rendered =
        helm.render(tiny(Map.of("message", "seen", "hook", "pre-install"), ""), "v1.36.0");

    assertThat(rendered)
        .contains("message: \"seen\"", "helm.sh/resource-policy")
        .doesNotContain("kind: Job");
    assertThat(records()).isEmpty();
  }

  @Test
  void anInterruptedInstallationIsKilledAndStaysUnfinishedUntilItIsDoneAgain() throws Exception {
    var failure = interrupted(() -> helm.install(tiny(Map.of("hook", "pre-install"), "")));

    assertThat(failure.failure()).isEqualTo(HelmFailure.WORKER_LOST);
    assertThat(((Present) status()).status()).isEqualTo(Status.PENDING_INSTALL);

    helm.uninstall(namespace, "tiny");

    assertThat(helm.install(tiny("again"))).isEqualTo(1);
    assertThat(status()).isEqualTo(new Present(Status.DEPLOYED, 1, "again"));
  }

  @Test
  void anInterruptedUpgradeIsAbandonedAndDoneAgain() throws Exception {
    helm.install(tiny(Map.of("message", "one"), "first"));

    interrupted(() -> helm.upgrade(tiny(Map.of("hook", "pre-upgrade"), "")));
    assertThat(((Present) status()).status()).isEqualTo(Status.PENDING_UPGRADE);
    assertFailure(() -> helm.upgrade(tiny("third")), HelmFailure.STATE_CHANGED);

    helm.abandon(namespace, "tiny", 2);
    assertThat(status()).isEqualTo(new Present(Status.DEPLOYED, 1, "first"));
    assertThat(helm.upgrade(tiny(Map.of("message", "two"), "second"))).isEqualTo(2);
    assertThat(message()).isEqualTo("two");
  }

  @Test
  void aCallThatTakesTooLongIsKilled() {
    try (var impatient = Helm.started(settings(Duration.ofSeconds(10)), client)) {
      assertFailure(
          () -> impatient.install(tiny(Map.of("hook", "pre-install"), "")), HelmFailure.TIMED_OUT);
    }

    assertThat(HelmTraces.withText("uruimi-helm-" + ProcessHandle.current().pid() + "-"))
        .isSubsetOf(processesAndTheirChildren());
  }

  @Test
  void valuesAreInNoProcessesArgumentsOrEnvironment() throws Exception {
    var secret = "s3cr3t-" + System.nanoTime();
    var caller =
        inBackground(
            () -> helm.install(tiny(Map.of("hook", "pre-install", "message", secret), "")));
    await().atMost(SOON).until(this::pending);

    assertThat(HelmTraces.withText(secret)).isEmpty();

    caller.thread().interrupt();
    caller.thread().join();
  }

  @Test
  void helmEndsWithAKilledParent() throws Exception {
    var command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                HelmParent.class.getName(),
                kind().name(),
                program(),
                server.kubeconfig().toString(),
                namespace)
            .inheritIO();
    command.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    var parent = command.start();
    var mark = "uruimi-helm-" + parent.pid() + "-";
    try {
      await().atMost(SOON).until(this::pending);
      assertThat(HelmTraces.withText(mark)).isNotEmpty();
    } finally {
      parent.destroyForcibly().waitFor();
    }

    await().atMost(SOON).untilAsserted(() -> assertThat(HelmTraces.withText(mark)).isEmpty());
    assertThat(((Present) status()).status()).isEqualTo(Status.PENDING_INSTALL);
  }

  private record Caller(Thread thread, CompletableFuture<HelmException> failure) {}

  private Caller inBackground(Runnable call) {
    var failure = new CompletableFuture<HelmException>();
    var thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    call.run();
                    failure.completeExceptionally(new AssertionError("it ended well"));
                  } catch (HelmException e) {
                    failure.complete(e);
                  }
                });
    return new Caller(thread, failure);
  }

  /** Interrupts the call once Helm waits for the hook; some process of it must be gone then. */
  private HelmException interrupted(Runnable call) throws Exception {
    var caller = inBackground(call);
    await().atMost(SOON).until(this::pending);
    var before = processes();
    caller.thread().interrupt();
    var failure = caller.failure().get();
    assertThat(before).anyMatch(pid -> ProcessHandle.of(pid).isEmpty());
    return failure;
  }

  /** Whether the hook is there, for which Helm waits. */
  private boolean pending() {
    return client.batch().v1().jobs().inNamespace(namespace).withName("never").get() != null;
  }

  private Set<Long> processesAndTheirChildren() {
    return processes().stream()
        .flatMap(
            pid ->
                java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(pid),
                    ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .map(ProcessHandle::pid)))
        .collect(java.util.stream.Collectors.toSet());
  }

  private HelmSettings settings(Duration timeout) {
    return new HelmSettings(2, timeout, server.kubeconfig(), kind(), program());
  }

  @Override
  Helm helm() {
    return helm;
  }

  @Override
  String namespace() {
    return namespace;
  }

  private List<?> records() {
    return client.secrets().inNamespace(namespace).withLabel("owner", "helm").list().getItems();
  }

  private String message() {
    return configMap("tiny").getData().get("message");
  }

  private ConfigMap configMap(String name) {
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
