package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.api.support.EventLog;
import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.events.EncodedEvent;
import dev.uruimi.events.Step;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.Topics;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class LogIT {

  private static final String REQUESTED = "dev.uruimi.store.requested.v1";
  private static final Duration A_WHILE = Duration.ofSeconds(90);

  private static KafkaBroker kafka;
  private static PostgresServer postgres;
  private static RunningApi api;
  private static HttpCalls http;
  private static EventLog log;

  @BeforeAll
  static void start(KafkaBroker broker, PostgresServer server) {
    kafka = broker;
    postgres = server;
    api = RunningApi.onNewDatabase(kafka, postgres, "log_it");
    http = api.http();
    log = new EventLog(kafka);
  }

  @AfterAll
  static void stop() {
    log.close();
    api.close();
  }

  @Test
  void whatWasAcceptedIsOnTheTopicAsACloudEvent() {
    var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    var id = http.create("Logged", "traceparent", trace).text("/id");
    awaitPublished(id, 1);

    var record = log.read(Topics.STORE_EVENTS, id).getFirst();

    assertThat(EventLog.header(record, "ce_type")).isEqualTo(REQUESTED);
    assertThat(EventLog.header(record, "ce_id")).isEqualTo(id + "/1/requested");
    assertThat(EventLog.header(record, "ce_subject")).isEqualTo(id);
    assertThat(EventLog.header(record, "ce_source")).isEqualTo("/uruimi/store-api");
    assertThat(EventLog.header(record, "ce_traceparent")).isEqualTo(trace);
    assertThat(EventLog.header(record, "content-type")).isEqualTo("application/json");
    assertThat(new String(record.value(), StandardCharsets.UTF_8)).startsWith("{\"storeId\":");
  }

  @Test
  void whileTheBrokerIsAwayStoresAreAcceptedAndDeliveredWhenItReturns() {
    kafka.stop();
    var created = http.create("Broker away");
    var id = created.text("/id");
    var deleted = http.delete("/stores/" + id);
    kafka.start();

    assertThat(created.status()).isEqualTo(202);
    assertThat(deleted.text("/status")).isEqualTo("deleting");
    awaitPublished(id, 2);
    assertThat(log.read(Topics.STORE_EVENTS, id))
        .extracting(record -> EventLog.header(record, "ce_id"))
        .startsWith(id + "/1/requested", id + "/1/delete-requested");
    await().atMost(A_WHILE).until(() -> count("outbox where store_id = '" + id + "'") == 0);
  }

  @Test
  void aPoisonedRecordIsADeadLetterAndWhatComesBehindIsRead() {
    var id = new StoreId(http.newStore("Poisoned"));
    awaitPublished(id.value(), 1);

    log.say(poison(id));
    log.say(new StoreEvent.StoreStepCompleted(id, 1, Step.NAMESPACE, 5), api.clock.instant());

    await()
        .atMost(A_WHILE)
        .until(() -> http.get("/stores/" + id).text("/status").equals("provisioning"));
    var store = http.get("/stores/" + id);
    assertThat(store.json().at("/needsAttention").asBoolean()).isTrue();
    assertThat(store.text("/attention")).contains("attempt");
    var letter = log.read(Topics.deadLetters("store-api"), id.value()).getFirst();
    assertThat(EventLog.header(letter, "ce_type")).isEqualTo("dev.uruimi.store.ready.v1");
    assertThat(EventLog.header(letter, "x-exception-message")).contains("attempt");
    assertThat(EventLog.header(letter, "x-original-topic")).isEqualTo(Topics.STORE_EVENTS);
    assertThat(EventLog.header(letter, "x-original-offset")).matches("\\d+");

    var place = letter.topic() + ":" + letter.partition() + ":" + letter.offset();
    var discarded = http.post("/dead-letters/" + place + "/discard", "{\"note\": \"seen\"}");
    assertThat(discarded.status()).isEqualTo(202);
    assertThat(http.get("/stores/" + id).json().at("/needsAttention").asBoolean()).isFalse();
  }

  @Test
  void garbageOfAnyKindHoldsNothingUp() {
    var id = new StoreId(http.newStore("Among garbage"));
    awaitPublished(id.value(), 1);

    log.sayRaw(id.value(), null, Map.of());
    log.sayRaw(id.value(), null, Map.of("ce_type", REQUESTED));
    log.sayRaw(id.value(), "{}", Map.of("contentType", "no/such;type=\"", "ce_type", REQUESTED));
    log.sayRaw(id.value(), "\u0000", Map.of("ce_type", REQUESTED));
    log.say(new StoreEvent.StoreStepCompleted(id, 1, Step.NAMESPACE, 5), api.clock.instant());

    await()
        .atMost(A_WHILE)
        .until(() -> http.get("/stores/" + id).text("/status").equals("provisioning"));
    assertThat(log.read(Topics.deadLetters("store-api"), id.value())).hasSize(4);
  }

  @Test
  void anUnknownTypeIsPassedOverAndCounted() {
    var id = new StoreId(http.newStore("Newer"));
    awaitPublished(id.value(), 1);
    var before = unknown();

    log.say(
        new EncodedEvent(
            id.value(),
            Map.of("ce_type", "dev.uruimi.store.painted.v1"),
            "{}".getBytes(StandardCharsets.UTF_8)));
    log.say(new StoreEvent.StoreStepCompleted(id, 1, Step.NAMESPACE, 5), api.clock.instant());

    await()
        .atMost(A_WHILE)
        .until(() -> http.get("/stores/" + id).text("/status").equals("provisioning"));
    assertThat(unknown()).isEqualTo(before + 1);
    assertThat(http.get("/stores/" + id).json().at("/needsAttention").asBoolean()).isFalse();
    assertThat(log.read(Topics.deadLetters("store-api"), id.value())).isEmpty();
  }

  @Test
  void whileTheDatabaseIsAwayNothingIsLostOrDeadLettered() {
    var id = new StoreId(http.newStore("Database away"));
    awaitPublished(id.value(), 1);

    postgres.stop();
    log.say(new StoreEvent.StoreInstalled(id, 1, 1, 5), api.clock.instant());
    assertThat(http.get("/stores/" + id).status()).isEqualTo(503);
    assertThat(http.get("/actuator/health/readiness").status()).isEqualTo(503);
    assertThat(http.get("/actuator/health/liveness").status()).isEqualTo(200);
    postgres.start();

    await()
        .atMost(A_WHILE)
        .until(() -> http.get("/stores/" + id).text("/status").equals("starting"));
    assertThat(log.read(Topics.deadLetters("store-api"), id.value())).isEmpty();
  }

  private static EncodedEvent poison(StoreId id) {
    return new EncodedEvent(
        id.value(),
        Map.of(
            "ce_type", "dev.uruimi.store.ready.v1",
            "ce_id", id + "/x",
            "ce_source", "/test",
            "ce_subject", id.value(),
            "ce_time", "2026-01-01T00:00:00Z"),
        "{\"storeId\": \"%s\", \"attempt\": 0, \"revision\": 1, \"epoch\": 1}"
            .formatted(id)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static void awaitPublished(String id, int records) {
    await().atMost(A_WHILE).until(() -> log.read(Topics.STORE_EVENTS, id).size() >= records);
  }

  private static double unknown() {
    var metric = http.get("/actuator/metrics/uruimi.events.unknown");
    return metric.status() == 404 ? 0 : metric.json().at("/measurements/0/value").asDouble();
  }

  private static int count(String from) {
    return api.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("select count(*) from " + from)
        .query(Integer.class)
        .single();
  }
}
