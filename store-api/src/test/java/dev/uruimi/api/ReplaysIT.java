package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.api.support.EventLog;
import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(Servers.class)
class ReplaysIT {

  private static RunningApi api;
  private static EventLog log;
  private static HttpCalls http;

  @BeforeAll
  static void start(KafkaBroker kafka, PostgresServer postgres) {
    api = RunningApi.onNewDatabase(kafka, postgres, "replays_it");
    log = new EventLog(kafka);
    http = api.http();
  }

  @AfterAll
  static void stop() {
    log.close();
    api.close();
  }

  @Test
  void aDryRunTellsWhatTheLogHoldsAndChangesNothing() {
    var id = failed("Dry", ReasonCode.IMAGE_PULL);

    var told = http.post("/replays", "{\"stores\": [\"%s\"], \"dryRun\": true}".formatted(id));

    assertThat(told.status()).isEqualTo(200);
    assertThat(told.text("/replays/0/status")).isEqualTo("failed");
    assertThat(told.text("/replays/0/reason")).isEqualTo("image_pull");
    assertThat(told.json().at("/replays/0/eventsInLog").asInt()).isEqualTo(2);
    assertThat(told.json().at("/replays/0/consistent").asBoolean()).isTrue();
    assertThat(told.text("/replays/0/action")).isEqualTo("request");
    assertThat(told.json().at("/replays/0/nextAttempt").asInt()).isEqualTo(2);
    assertThat(http.get("/stores/" + id).text("/status")).isEqualTo("failed");
  }

  @Test
  void aRowThatTheLogDoesNotBackIsSaid() {
    var id = failed("Inconsistent", ReasonCode.IMAGE_PULL);
    api.bean(JdbcClient.class)
        .sql(
            """
            update stores set logged = replace(logged::text, 'image_pull', 'oom_killed')::json
            where id = :id
            """)
        .param("id", id.value())
        .update();

    var told = http.post("/replays", "{\"stores\": [\"%s\"], \"dryRun\": true}".formatted(id));

    assertThat(told.json().at("/replays/0/consistent").asBoolean()).isFalse();
  }

  @Test
  void storesAreChosenByStatusAgeAndReason() {
    // the log is shared with other tests; none of them has a store fail for this
    var id = failed("Chosen", ReasonCode.VOLUME_UNBOUND);
    var other = failed("Other reason", ReasonCode.IMAGE_PULL);

    var done =
        http.post(
            "/replays",
            "{\"status\": [\"failed\"], \"since\": \"PT1H\", \"reason\": [\"volume_unbound\"]}");

    assertThat(done.status()).isEqualTo(202);
    assertThat(done.json().at("/total").asInt()).isOne();
    assertThat(done.text("/replays/0/id")).isEqualTo(id.value());
    assertThat(http.get("/stores/" + id).json().at("/attempt").asInt()).isEqualTo(2);
    assertThat(http.get("/stores/" + id).text("/status")).isEqualTo("requested");
    assertThat(http.get("/stores/" + other).text("/status")).isEqualTo("failed");
    api.awaitRelayed();
    assertThat(log.read(dev.uruimi.events.Topics.STORE_EVENTS, id.value()))
        .extracting(record -> EventLog.header(record, "ce_id"))
        .contains(id + "/2/requested");
  }

  @Test
  void aHundredAreReplayedAtOnceAndTheRestWhenAskedAgain() {
    var id = failed("One of many", ReasonCode.DEADLINE_EXCEEDED);
    api.bean(JdbcClient.class)
        .sql(
            """
            insert into stores (id, owner, name, engine, status, created, moved_at, change, current)
            select other, owner, name, engine, status, created, moved_at,
              nextval('store_changes'),
              replace(replace(current::text, :id, other), 'deadline_exceeded', 'quota_exceeded')::json
            from stores,
              (select 'manyman' || lpad(n::text, 3, '0') as other
               from generate_series(0, 100) as n)
            where id = :id
            """)
        .param("id", id.value())
        .update();
    var many = "{\"status\": [\"failed\"], \"reason\": [\"quota_exceeded\"]}";

    var first = http.post("/replays", many);

    assertThat(first.json().at("/total").asInt()).isEqualTo(101);
    assertThat(first.json().at("/replays")).hasSize(100);
    assertThat(first.json().at("/replays").findValuesAsString("action")).containsOnly("request");
    var second = http.post("/replays", many);
    assertThat(second.json().at("/total").asInt()).isOne();
    assertThat(second.json().at("/replays")).hasSize(1);
    assertThat(http.post("/replays", many).json().at("/total").asInt()).isZero();
  }

  @Test
  void moreThanAHundredNamesAreRefused() {
    var names =
        IntStream.range(0, 101)
            .mapToObj(n -> "\"zzzzzzz%03d\"".formatted(n))
            .collect(Collectors.joining(",", "[", "]"));

    var refused = http.post("/replays", "{\"stores\": %s}".formatted(names));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/errors/0/detail")).contains("at most 100");
  }

  @Test
  void aReadyStoreIsRefusedWithASentence() {
    var id = new StoreId(http.newStore("Ready"));
    api.awaitRelayed();
    log.say(new StoreEvent.StoreReady(id, 1, 1, 1), api.clock.instant());
    await().until(() -> http.get("/stores/" + id).text("/status").equals("ready"));

    var done = http.post("/replays", "{\"stores\": [\"%s\"]}".formatted(id));

    assertThat(done.text("/replays/0/action")).isEqualTo("none");
    assertThat(done.text("/replays/0/refused")).contains("ready");
    assertThat(http.get("/stores/" + id).json().at("/attempt").asInt()).isOne();
  }

  @Test
  void aStoreThatNeverWasIsNotFound() {
    assertThat(http.post("/replays", "{\"stores\": [\"zzzzzzzzzz\"]}").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"stores\": [\"zzzzzzzzzz\"], \"status\": [\"failed\"]}",
        "{\"stores\": \"zzzzzzzzzz\"}",
        "{\"stores\": [1]}",
        "{\"stores\": [\"x\"]}",
        "{\"status\": [\"odd\"]}",
        "{\"status\": [\"failed\"], \"since\": \"yesterday\"}",
        "{\"status\": [\"failed\"], \"since\": \"PT-1H\"}",
        "{\"status\": [\"failed\"], \"dryRun\": 1}",
        "{\"missing\": false}",
        "{\"missing\": \"yes\"}",
        "{\"status\": [\"failed\"], \"reason\": [\"\\u0000\"]}",
        "{\"status\": [\"failed\"], \"more\": 1}"
      })
  void wrongFieldsAreNamed(String body) {
    var refused = http.post("/replays", body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/errors")).isNotEmpty();
  }

  private static StoreId failed(String name, ReasonCode code) {
    var id = new StoreId(http.newStore(name));
    api.awaitRelayed();
    var reason =
        code == ReasonCode.IMAGE_PULL
            ? Reason.of(code, Map.of("image", "a/b:1", "message", "no"))
            : Reason.of(code, Map.of("deadline", "PT1M", "step", "namespace"));
    log.say(new StoreEvent.StoreFailed(id, 1, "provisioner", 0, reason), api.clock.instant());
    await().until(() -> http.get("/stores/" + id).text("/status").equals("failed"));
    return id;
  }
}
