package dev.uruimi.watcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.StoreEvent.StoreFailed;
import dev.uruimi.worker.record.StoreRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Evidence on a real API server; the test plays kubelet and ingress. */
class FlightRecorderIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String PASSWORD = "geheim Pa55/wort";
  private static final String NODE = "node-with-logs";

  @TempDir static Path folder;
  @TempDir static Path certificates;
  private static WatcherUnderTest watcher;
  private static FakeKubelet kubelet;

  private InstalledStore store;
  private KeptEvidence kept;

  @BeforeAll
  static void aWatcherAndANode() throws Exception {
    kubelet = new FakeKubelet(certificates);
    watcher =
        new WatcherUnderTest(
            folder,
            "--uruimi.watcher.grace.crash-again=500ms",
            "--uruimi.watcher.grace.image-pull=500ms");
    kubelet.join(watcher.client, NODE, Map.of());
  }

  @AfterAll
  static void close() {
    watcher.close();
    kubelet.close();
  }

  @BeforeEach
  void aStore() {
    store = watcher.store().withNamespace();
    kept = new KeptEvidence(watcher.client, store.id);
  }

  private JsonNode evidence(int captures) {
    await().atMost(SOON).until(() -> evidence().size() >= captures);
    assertThat(evidence()).hasSize(captures);
    return evidence().get(0);
  }

  private JsonNode evidence() {
    return watcher.get("/evidence/" + store.id).get("evidence");
  }

  private void aReadyStore() {
    store.withDeployment().recorded();
    store.podIsReady();
    watcher.ingress.open(store.host());
    awaitVerdict("READY");
  }

  private void awaitVerdict(String state) {
    await()
        .atMost(SOON)
        .until(() -> store.verdict() != null && store.verdict().state().name().equals(state));
  }

  /** For several rounds of whatever the recorder might do. */
  private void nothingMoreIsKept() {
    var before = kept.version();
    await()
        .pollInterval(Duration.ofMillis(500))
        .during(Duration.ofSeconds(3))
        .atMost(SOON)
        .until(() -> kept.version().equals(before));
  }

  @Test
  void aFailedStoreLeavesWhatCouldBeSeenOfIt() {
    store.has().secret("password", PASSWORD).release("superseded", 1).release("deployed", 2);
    store.withDeployment().recorded().on(NODE);
    kubelet.logged(
        store.id.namespace(), "starting\npanic: cannot use " + PASSWORD + "\ntoken=abc-def\n");
    store.has().event(store.podName(), "BackOff", "Back-off restarting, see " + PASSWORD);

    store.podCrashLoops(3);

    var capture = evidence(1);
    assertThat(capture.at("/id").asString()).isEqualTo(store.id + "/1/failed-1");
    assertThat(capture.at("/status").asString()).isEqualTo("failed");
    assertThat(capture.at("/attempt").asInt()).isEqualTo(1);
    assertThat(capture.at("/reason/code").asString()).isEqualTo("crash_loop");
    assertThat(capture.at("/reason/sentence").asString()).startsWith("Container shop of pod ");
    assertThat(capture.at("/pods/0/name").asString()).isEqualTo(store.podName());
    assertThat(capture.at("/pods/0/node").asString()).isEqualTo(NODE);
    assertThat(capture.at("/pods/0/containers/0/reason").asString()).isEqualTo("CrashLoopBackOff");
    assertThat(capture.at("/logs/0/container").asString()).isEqualTo("shop");
    assertThat(capture.at("/logs/0/previous").asBoolean()).isTrue();
    assertThat(capture.at("/logs/0/lines").valueStream().map(JsonNode::asString))
        .containsExactly("starting", "panic: cannot use …", "token=…");
    assertThat(kubelet.wasAskedFor(store.id.namespace(), "previous=true")).isTrue();
    assertThat(capture.at("/events").valueStream())
        .anySatisfy(
            event -> {
              assertThat(event.at("/reason").asString()).isEqualTo("BackOff");
              assertThat(event.at("/object").asString()).isEqualTo("Pod/" + store.podName());
              assertThat(event.at("/message").asString()).isEqualTo("Back-off restarting, see …");
              assertThat(event.at("/count").asInt()).isEqualTo(7);
            });
    assertThat(capture.at("/release/status").asString()).isEqualTo("deployed");
    assertThat(capture.at("/release/revision").asInt()).isEqualTo(2);
    assertThat(capture.at("/nodes/0/name").asString()).isEqualTo(NODE);
    assertThat(capture.at("/nodes/0/pressure/0").asString()).isEqualTo("MemoryPressure");
    assertThat(capture.at("/probe").isNull()).isTrue();
    assertThat(kept.get().getMetadata().getLabels())
        .containsEntry(StoreRecord.STORE_LABEL, store.id.value())
        .containsEntry("app.kubernetes.io/component", "evidence");
    assertThat(kept.get().getMetadata().getOwnerReferences())
        .singleElement()
        .satisfies(owner -> assertThat(owner.getName()).isEqualTo(store.id.namespace()));
  }

  @Test
  void aHugeAndHostileLogIsBoundedAndMasked() {
    var encoded = Base64.getEncoder().encodeToString(PASSWORD.getBytes(StandardCharsets.UTF_8));
    var cutInTheSecret = "x".repeat(3990) + PASSWORD + "\n";
    var hostile =
        IntStream.range(0, 200_000)
                .mapToObj(number -> "line " + number + " " + PASSWORD + "\n")
                .collect(Collectors.joining())
            + "é€😀".repeat(400_000)
            + "\n"
            + cutInTheSecret.repeat(30)
            + ("\u001b[31m" + PASSWORD + "\u0000 " + encoded + " geheim+Pa55%2Fwort\n");
    store.has().secret("password", PASSWORD);
    store.withDeployment().recorded().on(NODE);
    kubelet.logged(store.id.namespace(), hostile);

    store.podCrashLoops(3);

    var lines = evidence(1).at("/logs/0/lines");
    assertThat(lines).hasSize(50);
    assertThat(lines.get(0).asString()).isEqualTo("line 199982 …");
    assertThat(lines.get(49).asString()).startsWith("… …").endsWith(" …");
    assertThat(kept.get().getData().values())
        .singleElement()
        .satisfies(
            text -> {
              assertThat(text).doesNotContain("geheim", "Pa55", encoded.substring(0, 8));
              assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60 * 1024);
            });
  }

  @Test
  void everyDegradationIsKeptOnceAndARestartKeepsNothingTwice() {
    aReadyStore();

    watcher.ingress.breakDown(store.host());
    var probe = evidence(1).at("/probe");
    assertThat(probe.at("/step").asString()).isEqualTo("the page answers");
    assertThat(probe.at("/request").asString()).isEqualTo("GET /");
    assertThat(probe.at("/status").asInt()).isEqualTo(500);
    assertThat(probe.at("/error").asString()).isEqualTo("status 500 instead of [200]");
    assertThat(probe.at("/body").asString()).startsWith("{\"cart\"");
    watcher.ingress.open(store.host());
    awaitVerdict("READY");
    watcher.ingress.breakDown(store.host());

    assertThat(evidence(2).at("/id").asString()).isEqualTo(store.id + "/1/degraded-4");
    assertThat(evidence().get(1).at("/id").asString()).isEqualTo(store.id + "/1/degraded-2");
    nothingMoreIsKept();
    var before = kept.version();
    watcher.restart();
    await().atMost(SOON).until(watcher::isUp);
    nothingMoreIsKept();
    assertThat(kept.version()).isEqualTo(before);
    assertThat(evidence()).hasSize(2);
  }

  @Test
  void whatHappenedWhileNoWatcherRanIsKeptByTheNext() {
    store.withDeployment().recorded();
    store.podWaits("ErrImagePull", "connection refused");
    evidence(1);
    kept.delete();

    watcher.restart();

    assertThat(evidence(1).at("/reason/code").asString()).isEqualTo("image_pull");
  }

  @Test
  void aMissedDeadlineIsKeptThoughItIsToldTwice() {
    store.withDeployment().recorded();
    var reason =
        Reason.of(ReasonCode.DEADLINE_EXCEEDED, Map.of("deadline", "PT1M", "step", "chart"));
    var failed = new StoreFailed(store.id, 1, "store-api", 0, reason);

    watcher.log.write(failed);
    watcher.log.write(failed);

    assertThat(evidence(1).at("/id").asString()).isEqualTo(store.id + "/1/failed-store-api");
    assertThat(evidence().get(0).at("/reason/sentence").asString())
        .isEqualTo("Not ready within PT1M; last step: chart");
    nothingMoreIsKept();
  }

  @Test
  void evidenceStaysWhileAStoreIsBeingDeletedAndGoesWithIt() {
    store.withDeployment().recorded();
    store.podWaits("ErrImagePull", "connection refused");
    evidence(1);

    store.deleted();
    nothingMoreIsKept();
    assertThat(evidence()).hasSize(1);
    store.gone();

    await().atMost(SOON).until(() -> kept.get() == null);
    assertThat(evidence()).isEmpty();
  }

  @Test
  void evidenceGoesWithItsRecord() {
    store.withDeployment().recorded();
    store.podWaits("ErrImagePull", "connection refused");
    evidence(1);

    watcher.client.resource(store.record()).delete();

    // Kubernetes' garbage collector learns of a new kind of owner within a minute or so.
    await().atMost(Duration.ofSeconds(120)).until(() -> kept.get() == null);
  }

  @Test
  void evidenceOfAStoreThatIsGoneIsFoundAfterARestart() {
    aReadyStore();
    store.deleted();
    store.gone();
    kept.leave();

    watcher.restart();

    await().atMost(SOON).until(() -> kept.get() == null);
  }
}
