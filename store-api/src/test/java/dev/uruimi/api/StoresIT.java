package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.api.support.EventLog;
import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.Receipt;
import dev.uruimi.events.Step;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.Topics;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class StoresIT {

  private static RunningApi api;
  private static HttpCalls http;
  private static EventLog log;

  @BeforeAll
  static void start(KafkaBroker kafka, PostgresServer postgres) {
    api = RunningApi.onNewDatabase(kafka, postgres, "stores_it");
    http = api.http();
    log = new EventLog(kafka);
  }

  @AfterAll
  static void stop() {
    log.close();
    api.close();
  }

  @Test
  void aStoreIsAcceptedAndThereAtOnce() {
    var created = http.create(" Ada's Tea ");

    assertThat(created.status()).isEqualTo(202);
    assertThat(created.header("Location")).isEqualTo("/stores/" + created.text("/id"));
    assertThat(created.text("/name")).isEqualTo("Ada's Tea");
    assertThat(created.text("/engineVersion")).isEqualTo("1.2.3");
    assertThat(created.text("/plan")).isEqualTo("small");
    assertThat(created.text("/urls/admin"))
        .isEqualTo("http://store-%s.localhost/app".formatted(created.text("/id")));
    assertThat(http.get(created.header("Location")).json()).isEqualTo(created.json());
    assertThat(http.get("/stores?q=" + created.text("/id")).text("/stores/0/id"))
        .isEqualTo(created.text("/id"));
  }

  @Test
  void aStoreIsFollowedFromRequestedToReadyAndGone() {
    var id = new StoreId(http.newStore("Whole life"));
    say(new StoreEvent.StoreStepCompleted(id, 1, Step.NAMESPACE, 12));
    awaitStatus(id, "provisioning");
    say(new StoreEvent.StoreInstalled(id, 1, 1, 34));
    awaitStatus(id, "starting");
    say(new StoreEvent.StoreReady(id, 1, 1, 1));
    awaitStatus(id, "ready");
    assertThat(http.get("/stores/" + id).json().at("/readyAfterMillis").isNumber()).isTrue();

    assertThat(http.delete("/stores/" + id).text("/status")).isEqualTo("deleting");
    assertThat(http.delete("/stores/" + id).status()).isEqualTo(202);
    say(new StoreEvent.StoreDeleted(id, 1, new Receipt(Map.of("Pod", 3), 5, api.clock.instant())));
    awaitStatus(id, "deleted");

    assertThat(http.get("/stores/" + id).text("/receipt/removed/Pod")).isEqualTo("3");
    assertThat(http.delete("/stores/" + id).text("/status")).isEqualTo("deleted");
    assertThat(http.get("/stores").body()).doesNotContain(id.value());
    assertThat(http.get("/stores?status=deleted").body()).contains(id.value());
    assertThat(http.get("/stores/" + id + "/events").json().at("/events").size()).isEqualTo(6);
  }

  @Test
  void onlyWhatFailedCanBeRetried() {
    var id = new StoreId(http.newStore("Second try"));
    var refused = http.post("/stores/" + id + "/retry", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/detail")).contains("requested");

    var reason = Reason.of(ReasonCode.HELM_FAILED, Map.of("message", "no"));
    say(new StoreEvent.StoreFailed(id, 1, "provisioner", 0, reason));
    awaitStatus(id, "failed");
    assertThat(http.get("/stores/" + id).text("/error_reason"))
        .isEqualTo("Helm could not install the chart: no");

    var retried = http.post("/stores/" + id + "/retry", "");
    assertThat(retried.status()).isEqualTo(202);
    assertThat(retried.text("/status")).isEqualTo("requested");
    assertThat(retried.text("/attempt")).isEqualTo("2");
  }

  @Test
  void aStoreNobodyMovesFailsAndHealsWhenItArrivesAfterAll() {
    var id = new StoreId(http.newStore("Late"));
    api.clock.advance(Duration.ofMinutes(6));
    awaitStatus(id, "failed");
    assertThat(http.get("/stores/" + id).text("/reason/code")).isEqualTo("deadline_exceeded");

    say(new StoreEvent.StoreReady(id, 1, 1, 1));
    awaitStatus(id, "ready");
  }

  @Test
  void pagesHoldEveryStoreOnce() {
    var made = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      made.add(http.newStore("Turned page " + i));
    }
    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page = http.get("/stores?q=Turned+page&limit=2" + cursor).json();
      page.at("/stores").forEach(store -> seen.add(store.at("/id").asString()));
      cursor =
          page.at("/nextCursor").isNull() ? null : "&cursor=" + page.at("/nextCursor").asString();
    } while (cursor != null);

    assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
  }

  @Test
  void credentialsAreReadWhenAskedFor() {
    var id = http.newStore("Secretive");
    assertThat(http.get("/stores/" + id + "/credentials").status()).isEqualTo(409);

    api.secrets.put("store-" + id, "sample-credentials", Map.of("user", "admin", "password", "s3"));
    var credentials = http.get("/stores/" + id + "/credentials");
    assertThat(credentials.text("/username")).isEqualTo("admin");
    assertThat(credentials.text("/password")).isEqualTo("s3");
    assertThat(credentials.header("Cache-Control")).isEqualTo("no-store");

    api.secrets.goAway(true);
    assertThat(http.get("/stores/" + id + "/credentials").status()).isEqualTo(503);
    api.secrets.goAway(false);
  }

  @Test
  void enginesAreShownWithTheirPlans() {
    var engine = http.get("/engines").json().at("/engines/0");

    assertThat(engine.at("/name").asString()).isEqualTo("sample");
    assertThat(engine.at("/version").asString()).isEqualTo("1.2.3");
    assertThat(engine.at("/plans/small/quota/pods").asString()).isEqualTo("8");
    assertThat(engine.at("/deadlineMillis").asLong()).isEqualTo(300_000);
    assertThat(engine.at("/plans/small/resources").toString())
        .isEqualTo("{\"cpuMillis\":500,\"memoryBytes\":2147483648,\"diskBytes\":null}");
    assertThat(engine.at("/default").asBoolean()).isFalse();
    assertThat(engine.at("/valuesSchema/properties/store/properties").propertyNames())
        .containsExactly("currency", "beds", "open");
    assertThat(engine.at("/valuesSchema/properties/store/properties/currency/default").asString())
        .isEqualTo("EUR");
  }

  @Test
  void anEngineHasAPictureThatCanDoNothing() {
    var path = http.get("/engines").text("/engines/0/picture");
    var picture = http.get(path);

    assertThat(path).isEqualTo("/engines/sample/picture");
    assertThat(picture.status()).isEqualTo(200);
    assertThat(picture.header("Content-Type")).isEqualTo("image/svg+xml");
    assertThat(picture.response().headers().allValues("Content-Security-Policy"))
        .containsExactly("default-src 'none'; style-src 'unsafe-inline'");
    assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(picture.body()).startsWith("<svg");
    assertThat(http.get(path, "If-None-Match", picture.header("ETag")).status()).isEqualTo(304);
  }

  @Test
  void aPictureThatIsNotThereIsAProblem() {
    for (var path : List.of("/engines/%2e%2e/picture", "/engines/..%2Fsample/picture")) {
      assertThat(http.get(path).status()).as(path).isBetween(400, 404);
    }
    assertThat(http.get("/engines/nix/picture").status()).isEqualTo(404);
    assertThat(http.get("/engines/nix/picture").header("Content-Type"))
        .startsWith("application/problem+json");
    assertThat(http.get("/engines/nix/picture").text("/type"))
        .isEqualTo("urn:uruimi:problem:no-such-picture");
  }

  @Test
  void chosenValuesAreShownAndPinnedInTheLog() {
    var body =
        "{\"name\": \"Valued\", \"engine\": \"sample\", \"values\": {\"store\": {\"beds\": 3}}}";

    var created = http.post("/stores", body);

    assertThat(created.status()).as(created.body()).isEqualTo(202);
    assertThat(created.json().at("/values").toString()).isEqualTo("{\"store\":{\"beds\":3}}");
    var id = new StoreId(created.text("/id"));
    api.awaitRelayed();
    assertThat(http.get("/stores/" + id).json().at("/values"))
        .isEqualTo(created.json().at("/values"));
    assertThat(log.read(Topics.STORE_EVENTS, id.value()))
        .singleElement()
        .satisfies(
            record ->
                assertThat(new String(record.value(), StandardCharsets.UTF_8))
                    .contains("\"values\":{\"store\":{\"beds\":3}}"));
  }

  @Test
  void aValueThatIsNoChoiceIsAProblemWithItsPointer() {
    var refused =
        http.post(
            "/stores", "{\"name\": \"a\", \"engine\": \"sample\", \"values\": {\"image\": \"x\"}}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(refused.text("/errors/0/pointer")).isEqualTo("#/values/image");
  }

  private static void say(StoreEvent event) {
    api.awaitRelayed();
    log.say(event, api.clock.instant());
  }

  private static void awaitStatus(StoreId id, String status) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> http.get("/stores/" + id).text("/status").equals(status));
  }
}
