package dev.uruimi.watcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the watcher answers to the store API; the test plays kubelet and ingress. */
class ObservationsIT {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir static Path folder;
  @TempDir static Path certificates;
  private static WatcherUnderTest watcher;
  private static FakeKubelet kubelet;

  private InstalledStore store;

  @BeforeAll
  static void aWatcherAndANode() throws Exception {
    kubelet = new FakeKubelet(certificates);
    watcher = new WatcherUnderTest(folder);
    kubelet.join(watcher.client, "kwok-1", Map.of("kwok.x-k8s.io/node", "fake"));
    await().atMost(SOON).until(watcher::isUp);
  }

  @AfterAll
  static void close() {
    watcher.close();
    kubelet.close();
  }

  @BeforeEach
  void aStore() {
    store = watcher.store();
  }

  private JsonNode observations() {
    return watcher.get("/observations/" + store.id);
  }

  @Test
  void aStoresPodsVolumesQuotaAndLastCheckAreShown() {
    watcher.ingress.open(store.host());
    store.withNamespace().withPodQuota("2").withDeployment().recorded().on("kwok-1").podIsReady();
    store.has().quota("1", "1536Mi", "3Gi").claim("1Gi");
    await()
        .atMost(SOON)
        .until(() -> "live".equals(observations().at("/lastCheck/kind").asString("")));
    await().atMost(SOON).until(() -> observations().at("/quota/storage/used").asLong() > 0);

    var seen = observations();

    assertThat(Instant.parse(seen.at("/observedAt").asString())).isAfter("2026-01-01T00:00:00Z");
    assertThat(seen.at("/pods")).hasSize(1);
    assertThat(seen.at("/pods/0").toString())
        .isEqualTo(
            ("{'name':'%s','component':null,'phase':'Running','ready':true,'restarts':0,"
                    + "'startedAt':'2026-03-01T12:00:00Z','node':'kwok-1','containers':[{'name':'shop',"
                    + "'init':false,'state':'running','reason':null,'message':null,"
                    + "'image':'localhost/uruimi/nowhere:1','restarts':0}]}")
                .formatted(store.podName())
                .replace('\'', '"'));
    assertThat(seen.at("/volumes").toString())
        .isEqualTo("[{\"name\":\"data\",\"phase\":\"Pending\",\"requestedBytes\":1073741824}]");
    assertThat(seen.at("/quota/cpu/hard").asInt()).isEqualTo(1000);
    assertThat(seen.at("/quota/memory/hard").asLong()).isEqualTo(1536L << 20);
    assertThat(seen.at("/quota/storage").toString())
        .isEqualTo("{\"used\":1073741824,\"hard\":3221225472}");
    assertThat(seen.at("/quota/pods").toString()).isEqualTo("{\"used\":1,\"hard\":2}");
    assertThat(seen.at("/lastCheck/ok").asBoolean()).isTrue();
    assertThat(seen.at("/lastCheck/detail").isNull()).isTrue();
    assertThat(seen.at("/lastCheck/lastSaleCheckAt").asString()).startsWith("20");
    assertThat(seen.at("/holding")).isEmpty();

    watcher.ingress.breakDown(store.host());
    await().atMost(SOON).until(() -> !observations().at("/lastCheck/ok").asBoolean());
    assertThat(observations().at("/lastCheck/detail").asString())
        .isEqualTo("At step \"the page answers\": status 500 instead of [200].");
  }

  @Test
  void afterARestartNothingIsSaidOfAShopThatWasNotAskedSince() {
    store.withNamespace().withDeployment().recorded();
    store.podIsReady();
    watcher.ingress.open(store.host());
    await().atMost(SOON).until(() -> observations().at("/lastCheck/ok").asBoolean());
    store.podWaits("CrashLoopBackOff", "back-off");

    watcher.restart();

    await().atMost(SOON).until(watcher::isUp);
    assertThat(observations().at("/lastCheck").isNull()).isTrue();
    store.podIsReady();
    await().atMost(SOON).until(() -> observations().at("/lastCheck/ok").asBoolean());
  }

  @Test
  void aNamespaceThatIsHeldSaysByWhat() {
    store.withNamespace().has().held();

    watcher.client.namespaces().withName(store.id.namespace()).delete();

    await().atMost(SOON).until(() -> observations().at("/holding").size() == 2);
    assertThat(observations().at("/holding").valueStream().map(JsonNode::asString))
        .anyMatch(text -> text.contains("configmaps. has 1 resource instances"))
        .anyMatch(text -> text.contains("example.org/hold in 1 resource instances"));
    store.has().letGo();
    await().atMost(SOON).until(() -> observations().at("/holding").isEmpty());
  }

  @Test
  void ofAnUnknownStoreNothingIsShown() {
    var seen = observations();

    assertThat(seen.at("/pods")).isEmpty();
    assertThat(seen.at("/volumes")).isEmpty();
    assertThat(seen.at("/holding")).isEmpty();
    assertThat(seen.at("/lastCheck").isNull()).isTrue();
    assertThat(seen.at("/quota").toString())
        .isEqualTo("{\"cpu\":null,\"memory\":null,\"storage\":null,\"pods\":null}");
    assertThat(watcher.get("/evidence/" + store.id).toString()).isEqualTo("{\"evidence\":[]}");
  }

  @Test
  void theClustersCapacityCountsAllPodsAndSaysThatItIsSimulated() {
    var before = watcher.get("/capacity");
    store.withNamespace().withDeployment().on("kwok-1");

    await()
        .atMost(SOON)
        .until(
            () ->
                watcher.get("/capacity").at("/pods/requested").asInt()
                    > before.at("/pods/requested").asInt());
    var capacity = watcher.get("/capacity");

    assertThat(capacity.at("/nodes").asInt()).isEqualTo(1);
    assertThat(capacity.at("/simulated").asBoolean()).isTrue();
    assertThat(capacity.at("/cpu/allocatable").asLong()).isEqualTo(4000);
    assertThat(capacity.at("/memory/allocatable").asLong()).isEqualTo(8L << 30);
    assertThat(capacity.at("/pods/allocatable").asLong()).isEqualTo(110);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/observations/", "/evidence/"})
  void whatIsNoIdIsNotFound(String path) {
    for (var id : new String[] {"nobody", "UPPERCASE1", "k7abcdefgh1", "%2e%2e"}) {
      assertProblem(watcher.ask(path + id, "127.0.0.1"), 404, "no-such-store");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "127.0.0.1.evil.example", "store-a.localhost:80", "[::2]"})
  void aForeignHostIsRefused(String host) {
    for (var path : new String[] {"/capacity", "/observations/k7abcdefgh", "/actuator/health"}) {
      assertProblem(watcher.ask(path, host), 421, "foreign-host");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:7082", "127.0.0.1:1", "[::1]:7082"})
  void itsOwnNamesAreNot(String host) {
    assertThat(watcher.ask("/capacity", host).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/capacity", "/evidence/k7abcdefgh", "/actuator/bindings"})
  void whoDoesNotShowTheTokenOfTheServicesIsRefused(String path) {
    assertProblem(watcher.ask(path, "localhost", "Bearer another"), 401, "token-needed");
  }

  @Test
  void whileTheApiServerIsAwayItSaysSoInTime() {
    watcher.kubernetes.stop();
    try {
      await().atMost(SOON).until(() -> watcher.ask("/capacity", "localhost").statusCode() == 503);
      var begin = System.nanoTime();
      assertProblem(
          watcher.ask("/observations/" + store.id, "localhost"), 503, "cluster-unavailable");
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
      assertProblem(watcher.ask("/evidence/" + store.id, "localhost"), 503, "cluster-unavailable");
    } finally {
      watcher.kubernetes.start();
    }
    await().atMost(Duration.ofSeconds(90)).until(watcher::isUp);
    await().atMost(SOON).until(() -> watcher.ask("/capacity", "localhost").statusCode() == 200);
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String name) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(answer.body()).contains("urn:uruimi:problem:" + name);
  }
}
