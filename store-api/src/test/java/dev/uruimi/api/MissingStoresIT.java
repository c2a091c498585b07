package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.api.support.EventLog;
import dev.uruimi.api.support.FakePeer;
import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.Topics;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import dev.uruimi.testing.RecordedAnswers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stores that the cluster lost, by what cleanup tells of it. */
@ExtendWith(Servers.class)
class MissingStoresIT {

  private static final String ALL = "{\"missing\": true}";

  private static FakePeer cleanup;
  private static RunningApi api;
  private static EventLog log;
  private static HttpCalls http;

  @BeforeAll
  static void start(KafkaBroker kafka, PostgresServer postgres) {
    cleanup = new FakePeer();
    api =
        RunningApi.onNewDatabase(
            kafka, postgres, "missing_it", "--uruimi.peers.cleanup=" + cleanup.url());
    log = new EventLog(kafka);
    http = api.http();
  }

  @AfterAll
  static void stop() {
    log.close();
    api.close();
    cleanup.close();
  }

  /** Each test's stores are the only ones that are wanted. */
  @BeforeEach
  void noOthers() {
    http.get("/stores")
        .json()
        .at("/stores")
        .forEach(store -> http.delete("/stores/" + store.at("/id").asString()));
  }

  @Test
  void areAskedForAgainWhateverTheirStatusAndTheOthersAreLeftAlone() {
    var ready = ready("Lost");
    var requested = new StoreId(http.newStore("Lost on its way"));
    var known = ready("Has a record");
    var namespaced = ready("Has a namespace");
    cleanup.answer("/sweep", 200, sweep(known, namespaced));
    api.clock.advance(Duration.ofMinutes(2));
    var late = new StoreId(http.newStore("Just requested"));

    var done = http.post("/replays", ALL);

    assertThat(done.status()).isEqualTo(202);
    assertThat(done.json().at("/replays").findValuesAsString("id"))
        .containsExactlyInAnyOrder(ready.value(), requested.value(), late.value());
    assertThat(attempt(ready)).isEqualTo(2);
    assertThat(attempt(requested)).isEqualTo(2);
    assertThat(attempt(late)).isOne();
    assertThat(attempt(known)).isOne();
    assertThat(attempt(namespaced)).isOne();
    api.awaitRelayed();
    assertThat(log.read(Topics.STORE_EVENTS, ready.value()))
        .extracting(record -> EventLog.header(record, "ce_id"))
        .contains(ready + "/2/requested");
    assertThat(http.post("/replays", ALL).json().at("/replays"))
        .allSatisfy(item -> assertThat(item.at("/refused").asString()).contains("on its way"));
  }

  @Test
  void oneThatTheClusterHasIsRefused() {
    var known = ready("Known");
    cleanup.answer("/sweep", 200, sweep(known, new StoreId("zzzzzzzzzz")));
    api.clock.advance(Duration.ofMinutes(2));

    assertThat(refusal(known)).contains("has a record or a namespace");
    assertThat(attempt(known)).isOne();
  }

  @Test
  void nothingIsAskedForWhileNobodyCanSayWhatTheClusterHas() {
    var ready = ready("Unknown");
    api.clock.advance(Duration.ofMinutes(2));

    cleanup.answer("/sweep", 503, "{}");
    assertThat(refusal(ready)).contains("cannot read the cluster");
    cleanup.answer("/sweep", 200, "{\"findings\": []}");
    assertThat(refusal(ready)).contains("lacks records");
    assertThat(http.post("/replays", ALL).json().at("/replays/0/action").asString())
        .isEqualTo("none");
    assertThat(attempt(ready)).isOne();
  }

  @Test
  void whatMustGoIsNotMadeAgain() {
    var leaving = ready("Leaving");
    http.delete("/stores/" + leaving);
    cleanup.answer("/sweep", 200, RecordedAnswers.SWEEP);
    api.clock.advance(Duration.ofMinutes(2));

    assertThat(refusal(leaving)).contains("deleting");
    assertThat(http.post("/replays", ALL).json().at("/total").asInt()).isZero();
  }

  private static String refusal(StoreId id) {
    var done = http.post("/replays", "{\"stores\": [\"%s\"], \"missing\": true}".formatted(id));
    assertThat(done.status()).isEqualTo(202);
    assertThat(done.text("/replays/0/action")).isEqualTo("none");
    return done.text("/replays/0/refused");
  }

  private static String sweep(StoreId record, StoreId namespace) {
    return RecordedAnswers.SWEEP
        .replace("aaaaaaaaaa", record.value())
        .replace("bbbbbbbbbb", namespace.value());
  }

  private static int attempt(StoreId id) {
    return http.get("/stores/" + id).json().at("/attempt").asInt();
  }

  private static StoreId ready(String name) {
    var id = new StoreId(http.newStore(name));
    api.awaitRelayed();
    log.say(new StoreEvent.StoreReady(id, 1, 1, 1), api.clock.instant());
    await().until(() -> http.get("/stores/" + id).text("/status").equals("ready"));
    return id;
  }
}
