package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.api.support.FakePeer;
import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(Servers.class)
class ObservationsIT {

  static final String WORKLOADS =
      """
      {"observedAt": "2026-01-01T10:00:00Z",
       "pods": [{"name": "shop-0", "component": null, "phase": "Pending", "ready": false,
         "restarts": 2, "startedAt": null, "node": "n1",
         "containers": [{"name": "shop", "init": false, "state": "waiting",
           "reason": "ImagePullBackOff", "message": null, "image": "a/b:1", "restarts": 2}]}],
       "volumes": [{"name": "data", "phase": "Bound", "requestedBytes": 1073741824}],
       "quota": {"cpu": {"used": 350, "hard": 1000}, "memory": null, "storage": null, "pods": null},
       "lastCheck": {"at": "2026-01-01T09:59:00Z", "ok": true, "kind": "live", "detail": null,
         "lastSaleCheckAt": null},
       "holding": []}
      """;
  static final String EVIDENCE =
      """
      {"evidence": [{"id": "k7m2p9x4qd/1/failed-2", "at": "2026-01-01T10:00:00Z", "attempt": 1,
        "status": "failed", "reason": {"code": "image_pull", "sentence": "It cannot be pulled"},
        "pods": [],
        "events": [{"at": "2026-01-01T10:00:00Z", "type": "Warning", "reason": "Failed",
          "object": "Pod/shop-0", "message": "no", "count": 3}],
        "logs": [{"pod": "shop-0", "container": "shop", "previous": true, "lines": ["<b>"]}],
        "probe": {"at": "2026-01-01T10:00:00Z", "step": "a cart", "request": "GET /",
          "status": 502, "error": null, "body": "bad"},
        "release": {"status": "deployed", "revision": 1},
        "nodes": [{"name": "n1", "ready": true, "pressure": ["MemoryPressure"]}]}]}
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static FakePeer watcher;
  private static RunningApi api;
  private static HttpCalls http;
  private static String id;

  @BeforeAll
  static void start(KafkaBroker kafka, PostgresServer postgres) {
    watcher = new FakePeer();
    api =
        RunningApi.onNewDatabase(
            kafka, postgres, "observations_it", "--uruimi.peers.watcher=" + watcher.url());
    http = api.http();
    id = http.newStore("Observed");
  }

  @AfterAll
  static void stop() {
    api.close();
    watcher.close();
  }

  @Test
  void workloadsAreWhatTheWatcherTells() {
    watcher.answer("/observations/" + id, 200, WORKLOADS);

    assertThat(http.get("/stores/" + id + "/workloads").json()).isEqualTo(JSON.readTree(WORKLOADS));
  }

  @Test
  void evidenceIsWhatTheWatcherTells() {
    watcher.answer("/evidence/" + id, 200, EVIDENCE);

    assertThat(http.get("/stores/" + id + "/evidence").json()).isEqualTo(JSON.readTree(EVIDENCE));
  }

  @Test
  void whatTheWatcherAddsLaterIsNotPassedOn() {
    watcher.answer(
        "/observations/" + id, 200, WORKLOADS.replaceFirst("\\{", "{\"secret\": \"s3\","));

    var told = http.get("/stores/" + id + "/workloads");

    assertThat(told.status()).isEqualTo(200);
    assertThat(told.body()).doesNotContain("s3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "<html>",
        "{\"observedAt\": \"2026-01-01T10:00:00Z\", \"pods\": [null], \"volumes\": [], \"quota\": {}}",
        "{\"observedAt\": \"yesterday\", \"pods\": [], \"volumes\": [], \"quota\": {}}",
        "{\"observedAt\": \"2026-01-01T10:00:00Z\", \"pods\": [], \"volumes\": [], \"quota\": {}} x"
      })
  void garbageIsNotPassedOn(String body) {
    watcher.answer("/observations/" + id, 200, body);

    assertUnavailable("/workloads");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 404, 421, 500})
  void anotherStatusIsNoAnswer(int status) {
    watcher.answer("/observations/" + id, status, WORKLOADS);

    assertUnavailable("/workloads");
  }

  @Test
  void anAnswerThatNeverEndsIsGivenUp() {
    watcher.answerForEver("/evidence/" + id, EVIDENCE);

    assertUnavailable("/evidence");
  }

  @Test
  void anAnswerThatIsTooLargeIsNotRead() {
    watcher.answer("/evidence/" + id, 200, EVIDENCE + " ".repeat(5 << 20));

    assertUnavailable("/evidence");
  }

  @Test
  void aWatcherThatIsAwayIsSaidAtOnce(KafkaBroker kafka, PostgresServer postgres) {
    try (var alone = RunningApi.on(kafka, postgres, "observations_it")) {
      var refused = alone.http().get("/stores/" + id + "/workloads");

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.text("/type")).isEqualTo("urn:uruimi:problem:watcher-unavailable");
      assertThat(refused.text("/detail")).startsWith("It accepts no connections.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zzzzzzzzzz", "nonsense", "a%00"})
  void theWatcherIsNotAskedAboutStoresThatNeverWere(String never) {
    var before = watcher.asked.size();

    assertThat(http.get("/stores/" + never + "/workloads").status()).isIn(400, 404);
    assertThat(http.get("/stores/" + never + "/evidence").status()).isIn(400, 404);
    assertThat(watcher.asked).hasSize(before);
  }

  private static void assertUnavailable(String path) {
    var asked = System.nanoTime();
    var refused = http.get("/stores/" + id + path);
    var took = Duration.ofNanos(System.nanoTime() - asked);

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.text("/type")).isEqualTo("urn:uruimi:problem:watcher-unavailable");
    assertThat(took).isLessThan(Duration.ofSeconds(4));
  }
}
