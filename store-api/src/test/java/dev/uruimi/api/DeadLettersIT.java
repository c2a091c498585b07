package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.api.support.EventLog;
import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.Topics;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(Servers.class)
class DeadLettersIT {

  private static final String READY = "dev.uruimi.store.ready.v1";
  private static final String NOTE = "{\"note\": \"seen\"}";

  private static RunningApi api;
  private static HttpCalls http;
  private static EventLog log;

  @BeforeAll
  static void start(KafkaBroker kafka, PostgresServer postgres) {
    api = RunningApi.onNewDatabase(kafka, postgres, "dead_letters_it");
    http = api.http();
    log = new EventLog(kafka);
  }

  @AfterAll
  static void stop() {
    log.close();
    api.close();
  }

  @Test
  void whatThisServiceCouldNotReadIsListedAndShown() {
    var id = newId();
    log.sayRaw(id, "{\"attempt\": \"</script>\"}", Map.of("ce_type", READY, "ce_id", id + "/x"));

    var listed = awaitListed(id);

    assertThat(listed.at("/service").asString()).isEqualTo("store-api");
    assertThat(listed.at("/eventType").asString()).isEqualTo(READY);
    assertThat(listed.at("/error").asString()).isNotEmpty();
    assertThat(listed.at("/source/topic").asString()).isEqualTo(Topics.STORE_EVENTS);
    var original = log.read(Topics.STORE_EVENTS, id).getFirst();
    assertThat(listed.at("/source/partition").asInt()).isEqualTo(original.partition());
    assertThat(listed.at("/source/offset").asLong()).isEqualTo(original.offset());
    assertThat(listed.at("/handled").isNull()).isTrue();

    var shown = http.get("/dead-letters/" + listed.at("/id").asString());
    assertThat(shown.header("Content-Type")).isEqualTo("application/json");
    assertThat(shown.text("/body")).isEqualTo("{\"attempt\": \"</script>\"}");
    assertThat(shown.text("/headers/ce_id")).isEqualTo(id + "/x");
  }

  @Test
  void aRedriveSendsKeyHeadersAndBodyUnchanged() {
    var id = newId();
    log.sayRaw(id, "{\"tea\": \"grün\"}", Map.of("ce_type", READY, "ce_id", id + "/x"));
    var letter = awaitListed(id).at("/id").asString();
    var buried = log.read(Topics.deadLetters("store-api"), id).getFirst();

    var redriven = http.post("/dead-letters/" + letter + "/redrive", "");

    assertThat(redriven.status()).isEqualTo(202);
    assertThat(redriven.text("/handled/how")).isEqualTo("redriven");
    var records = log.read(Topics.STORE_EVENTS, id);
    assertThat(records).hasSize(2);
    var again = records.getLast();
    assertThat(again.value()).isEqualTo(buried.value()).isEqualTo(records.getFirst().value());
    assertThat(again.partition()).isEqualTo(records.getFirst().partition());
    assertThat(names(again)).noneMatch(name -> name.startsWith("x-"));
    assertThat(names(again))
        .containsExactlyElementsOf(
            names(buried).stream().filter(name -> !name.startsWith("x-")).toList());
    assertThat(EventLog.header(again, "ce_id")).isEqualTo(id + "/x");
    assertThat(EventLog.header(again, "ce_type")).isEqualTo(READY);
    // it still cannot be read, and says so anew
    await().until(() -> log.read(Topics.deadLetters("store-api"), id).size() == 2);
  }

  @Test
  void ofRedrivesAtOnceOneIsSent() throws Exception {
    var id = newId();
    put(
        id,
        "{}",
        Map.of(
            "x-original-topic",
            Topics.STORE_EVENTS,
            "x-original-partition",
            "0",
            "x-original-offset",
            "0",
            "ce_type",
            "dev.uruimi.store.painted.v1"));
    var letter = awaitListed(id).at("/id").asString();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          threads
              .invokeAll(
                  IntStream.range(0, 6)
                      .mapToObj(
                          i ->
                              (java.util.concurrent.Callable<Integer>)
                                  () ->
                                      http.post("/dead-letters/" + letter + "/redrive", NOTE)
                                          .status())
                      .toList())
              .stream()
              .map(java.util.concurrent.Future::resultNow)
              .toList();
      assertThat(answers).containsExactlyInAnyOrder(202, 409, 409, 409, 409, 409);
    }
    assertThat(log.read(Topics.STORE_EVENTS, id)).hasSize(1);
    var late = http.post("/dead-letters/" + letter + "/redrive", NOTE);
    assertThat(late.text("/type")).isEqualTo("urn:uruimi:problem:already-handled");
    assertThat(http.post("/dead-letters/" + letter + "/discard", NOTE).status()).isEqualTo(409);
    assertThat(log.read(Topics.STORE_EVENTS, id)).hasSize(1);
  }

  @Test
  void whatIsDiscardedStaysAndCountsNoMore() {
    var id = newId();
    put(id, "{}", Map.of());
    var letter = awaitListed(id).at("/id").asString();
    var before = http.get("/platform/health").json().at("/deadLetters").asLong();

    var discarded = http.post("/dead-letters/" + letter + "/discard", "{\"note\": \" a <b> \"}");

    assertThat(discarded.status()).isEqualTo(202);
    assertThat(discarded.text("/handled/how")).isEqualTo("discarded");
    assertThat(discarded.text("/handled/note")).isEqualTo("a <b>");
    assertThat(http.post("/dead-letters/" + letter + "/discard", NOTE).status()).isEqualTo(409);
    assertThat(awaitListed(id).at("/handled/how").asString()).isEqualTo("discarded");
    assertThat(http.get("/platform/health").json().at("/deadLetters").asLong())
        .isEqualTo(before - 1);
    assertThat(log.read(Topics.deadLetters("provisioner"), id)).hasSize(1);
    assertThat(log.read(Topics.STORE_EVENTS, id)).isEmpty();
  }

  @Test
  void theHeadersOfTheWorkersAreUnderstood() {
    var id = newId();
    log.put(
        Topics.deadLetters("cleanup"),
        id.getBytes(StandardCharsets.UTF_8),
        "{}".getBytes(StandardCharsets.UTF_8),
        Map.of(
            "ce_type", READY.getBytes(StandardCharsets.UTF_8),
            "kafka_dlt-original-topic", Topics.STORE_EVENTS.getBytes(StandardCharsets.UTF_8),
            "kafka_dlt-original-partition", ByteBuffer.allocate(4).putInt(17).array(),
            "kafka_dlt-original-offset", ByteBuffer.allocate(8).putLong(4_711).array(),
            "kafka_dlt-exception-message", "no".getBytes(StandardCharsets.UTF_8)));

    var listed = awaitListed(id);

    assertThat(listed.at("/service").asString()).isEqualTo("cleanup");
    assertThat(listed.at("/source/partition").asInt()).isEqualTo(17);
    assertThat(listed.at("/source/offset").asLong()).isEqualTo(4_711);
    assertThat(listed.at("/error").asString()).isEqualTo("no");
    var letter = listed.at("/id").asString();
    assertThat(http.post("/dead-letters/" + letter + "/redrive", "").status()).isEqualTo(202);
    assertThat(names(log.read(Topics.STORE_EVENTS, id).getFirst())).containsExactly("ce_type");
  }

  @Test
  void bodiesAndHeadersMayHoldAnything() {
    var id = newId();
    var body = new byte[200_000];
    new java.util.Random(1).nextBytes(body);
    log.put(
        Topics.deadLetters("provisioner"),
        id.getBytes(StandardCharsets.UTF_8),
        body,
        Map.of(
            "x-exception-message", "e".repeat(10_000).getBytes(StandardCharsets.UTF_8),
            "x-original-offset", new byte[] {-1, 0, 7},
            "\u0000\"<", new byte[] {(byte) 0xff, 0}));

    var listed = awaitListed(id);
    var shown = http.get("/dead-letters/" + listed.at("/id").asString());

    assertThat(listed.at("/source").isNull()).isTrue();
    assertThat(listed.at("/error").asString()).hasSize(500);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.text("/body").length()).isLessThanOrEqualTo(64 << 10);
    assertThat(shown.json().at("/bodyBytes").asInt()).isEqualTo(200_000);
    assertThat(shown.json().at("/headers").propertyNames()).contains("\u0000\"<");
  }

  @Test
  void aRecordWithoutKeyAndBodyIsShown() {
    log.put(
        Topics.deadLetters("provisioner"),
        null,
        null,
        Map.of("ce_type", "none".getBytes(StandardCharsets.UTF_8)));

    await()
        .until(
            () ->
                http.get("/dead-letters").json().at("/deadLetters").findValuesAsString("eventType"),
            types -> types.contains("none"));
    var listed = listed("eventType", "none");
    assertThat(listed.at("/storeId").isNull()).isTrue();
    var shown = http.get("/dead-letters/" + listed.at("/id").asString()).json();
    assertThat(shown.at("/body").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"evil-topic", "uruimi.store-events.store-api.dlt", "''"})
  void onlyRecordsOfTheLogAreSentAgain(String source) {
    var id = newId();
    put(
        id,
        "{}",
        Map.of("x-original-topic", source, "x-original-partition", "0", "x-original-offset", "0"));
    var letter = awaitListed(id).at("/id").asString();

    var refused = http.post("/dead-letters/" + letter + "/redrive", NOTE);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/type")).isEqualTo("urn:uruimi:problem:not-redrivable");
    assertThat(http.post("/dead-letters/" + letter + "/discard", NOTE).status()).isEqualTo(202);
  }

  @Test
  void theLatestComeFirstAndNoMoreThanAskedFor() {
    var ids = IntStream.range(0, 3).mapToObj(i -> newId()).toList();
    ids.forEach(id -> put(id, "{}", Map.of()));

    var page = http.get("/dead-letters?limit=2").json();

    assertThat(page.at("/deadLetters").findValuesAsString("storeId"))
        .containsExactly(ids.get(2), ids.get(1));
    assertThat(page.at("/total").asLong()).isGreaterThanOrEqualTo(3);
    assertThat(page.at("/complete").asBoolean()).isTrue();
  }

  private static void put(String id, String body, Map<String, String> headers) {
    var bytes = new java.util.HashMap<String, byte[]>();
    headers.forEach((name, value) -> bytes.put(name, value.getBytes(StandardCharsets.UTF_8)));
    log.put(
        Topics.deadLetters("provisioner"),
        id.getBytes(StandardCharsets.UTF_8),
        body.getBytes(StandardCharsets.UTF_8),
        bytes);
  }

  private static JsonNode awaitListed(String id) {
    await()
        .until(
            () -> http.get("/dead-letters?limit=200").json().at("/deadLetters"),
            letters -> letters.findValuesAsString("storeId").contains(id));
    return listed("storeId", id);
  }

  private static JsonNode listed(String field, String value) {
    for (var letter : http.get("/dead-letters?limit=200").json().at("/deadLetters")) {
      if (letter.path(field).asString("").equals(value)) {
        return letter;
      }
    }
    throw new AssertionError("not listed: " + value);
  }

  private static java.util.List<String> names(ConsumerRecord<?, ?> record) {
    return java.util.stream.Stream.of(record.headers().toArray()).map(h -> h.key()).toList();
  }

  private static String newId() {
    return StoreId.random(new SecureRandom()).value();
  }
}
