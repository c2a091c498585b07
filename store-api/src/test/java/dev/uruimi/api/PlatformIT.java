package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.api.support.FakePeer;
import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(Servers.class)
class PlatformIT {

  private static final String UP = "{\"status\": \"UP\"}";

  private static KafkaBroker kafka;
  private static PostgresServer postgres;
  private static FakePeer peer;
  private static RunningApi api;
  private static HttpCalls http;

  @BeforeAll
  static void start(KafkaBroker broker, PostgresServer server) {
    kafka = broker;
    postgres = server;
    peer = new FakePeer();
    api =
        RunningApi.onNewDatabase(
            kafka,
            postgres,
            "platform_it",
            "--uruimi.peers.watcher=" + peer.url(),
            "--uruimi.peers.provisioner=" + peer.url(),
            "--uruimi.platform.ingress-address=" + peer.url().substring("http://".length()),
            "--uruimi.platform.simulated=true",
            "--uruimi.store.ingress-port=8081");
    http = api.http();
  }

  @BeforeEach
  void allIsWell() {
    peer.answer("/actuator/health", 200, UP);
    peer.answer("/actuator/health/liveness", 200, UP);
    peer.answer(
        "/capacity",
        200,
        "{\"nodes\": 1, \"simulated\": false, \"cpu\": {\"requested\": 1, \"allocatable\": 2},"
            + " \"memory\": {\"requested\": 3, \"allocatable\": 4},"
            + " \"pods\": {\"requested\": 5, \"allocatable\": 6}}");
    // the tests before this one took servers away
    await()
        .until(
            () -> statuses(http.get("/platform/health").json(), "/parts"),
            parts -> "up".equals(parts.get("kafka")) && "up".equals(parts.get("postgres")));
  }

  @AfterAll
  static void stop() {
    api.close();
    peer.close();
  }

  @Test
  void thePlatformTellsWhatItIs() {
    var platform = http.get("/platform").json();

    assertThat(platform.at("/version").asString()).isEqualTo("0.1.0-SNAPSHOT");
    assertThat(platform.at("/storeDomain").asString()).isEqualTo("localhost");
    assertThat(platform.at("/storeProtocol").asString()).isEqualTo("http");
    assertThat(platform.at("/ingressPort").asInt()).isEqualTo(8081);
    assertThat(platform.at("/hostPattern").asString()).isEqualTo("store-<id>.localhost");
    assertThat(platform.at("/simulated").asBoolean()).isTrue();
  }

  @Test
  void healthTellsOfEveryPart() {
    api.awaitRelayed();
    await().until(() -> http.get("/platform/health").text("/parts/0/status").equals("up"));
    var health = http.get("/platform/health").json();

    assertThat(statuses(health, "/parts"))
        .isEqualTo(Map.of("kafka", "up", "postgres", "up", "cluster", "up", "ingress", "up"));
    assertThat(statuses(health, "/services"))
        .isEqualTo(
            Map.of(
                "store-api",
                "up",
                "provisioner",
                "up",
                "readiness-watcher",
                "up",
                "cleanup",
                "down"));
    assertThat(health.at("/services/3/detail").asString()).isEqualTo("It accepts no connections.");
    assertThat(health.at("/services/1/answeredMillis").isNumber()).isTrue();
    assertThat(health.at("/lag").findValuesAsString("group"))
        .containsExactly("store-api", "provisioner", "readiness-watcher", "cleanup");
    assertThat(health.at("/deadLetters").isNumber()).isTrue();
    assertThat(health.at("/capacity/memory/allocatable").asLong()).isEqualTo(4);
  }

  @Test
  void lagIsWhatAReaderHasNotReadYet() {
    var id = http.newStore("Lagging");
    api.awaitRelayed();

    var lag = http.get("/platform/health").json().at("/lag");

    assertThat(lag.at("/0/events").asLong()).isZero();
    assertThat(lag.at("/0/partitionsBehind").asInt()).isZero();
    // nobody reads as provisioner here
    assertThat(lag.at("/1/events").asLong()).isPositive();
    assertThat(lag.at("/1/partitionsBehind").asInt()).isPositive();
    assertThat(id).isNotEmpty();
  }

  @Test
  void aServiceThatSaysItIsIllIsImpaired() {
    peer.answer(
        "/actuator/health",
        503,
        "{\"status\": \"DOWN\", \"components\": {\"watch\": {\"status\": \"DOWN\"},"
            + " \"ping\": {\"status\": \"UP\"}}}");

    var watcher = http.get("/platform/health").json().at("/services/2");

    assertThat(watcher.at("/status").asString()).isEqualTo("impaired");
    assertThat(watcher.at("/detail").asString())
        .isEqualTo("It says of itself that it is DOWN: watch.");
  }

  @Test
  void aServiceThatLivesButDoesNotTellIsImpairedAndNobodyWaitsForIt() {
    peer.answerForEver("/actuator/health", UP);
    peer.answerForEver("/capacity", UP);

    var asked = System.nanoTime();
    var health = http.get("/platform/health").json();

    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(4));
    assertThat(health.at("/services/2/status").asString()).isEqualTo("impaired");
    assertThat(health.at("/capacity").isNull()).isTrue();
    assertThat(health.at("/parts/0/status").asString()).isEqualTo("up");
  }

  @ParameterizedTest
  @CsvSource({"200, <html>", "404, ''", "200, {}", "200, []", "500, null"})
  void aServiceThatAnswersNonsenseIsImpaired(int status, String body) {
    peer.answer("/actuator/health", status, body);
    peer.answer("/capacity", status, body);

    var health = http.get("/platform/health").json();

    assertThat(health.at("/services/1/status").asString()).isEqualTo("impaired");
    assertThat(health.at("/services/1/detail").asString()).contains("no health");
    assertThat(health.at("/capacity").isNull()).isTrue();
  }

  @Test
  void withoutTheBrokerHealthTellsTheRest() {
    kafka.stop();
    try {
      var asked = System.nanoTime();
      var health = http.get("/platform/health");

      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(15));
      assertThat(health.status()).isEqualTo(200);
      assertThat(health.text("/parts/0/status")).isEqualTo("down");
      assertThat(health.text("/parts/1/status")).isEqualTo("up");
      assertThat(health.text("/services/0/status")).isEqualTo("impaired");
      assertThat(health.text("/services/0/detail")).isEqualTo("It cannot reach kafka.");
      assertThat(health.json().at("/deadLetters").isNull()).isTrue();
      assertThat(health.json().at("/lag")).isEmpty();
      assertThat(http.get("/dead-letters").text("/type"))
          .isEqualTo("urn:uruimi:problem:broker-unavailable");
    } finally {
      kafka.start();
    }
  }

  @Test
  void withoutTheDatabaseAndTheClusterHealthTellsTheRest() {
    postgres.stop();
    api.secrets.goAway(true);
    try {
      var asked = System.nanoTime();
      var health = http.get("/platform/health");

      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(4));
      assertThat(health.status()).isEqualTo(200);
      assertThat(statuses(health.json(), "/parts"))
          .containsEntry("postgres", "down")
          .containsEntry("cluster", "down")
          .containsEntry("ingress", "up");
      assertThat(health.text("/services/0/status")).isEqualTo("impaired");
    } finally {
      postgres.start();
      api.secrets.goAway(false);
    }
  }

  private static Map<String, String> statuses(JsonNode health, String list) {
    var statuses = new java.util.HashMap<String, String>();
    health
        .at(list)
        .forEach(part -> statuses.put(part.at("/name").asString(), part.at("/status").asString()));
    return statuses;
  }
}
