package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.api.support.EventLog;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(Servers.class)
class ReplayIT {

  private static final Duration A_WHILE = Duration.ofSeconds(90);

  // a log of its own: what others said is not all read when a table is looked at
  private KafkaBroker kafka;

  @BeforeEach
  void startTheLog() {
    kafka = KafkaBroker.started();
  }

  @AfterEach
  void stopTheLog() {
    kafka.close();
  }

  @Test
  void aGroupResetToTheBeginningChangesNothing(PostgresServer postgres) throws Exception {
    Map<String, String> before;
    long change;
    try (var api = RunningApi.onNewDatabase(kafka, postgres, "group_reset");
        var log = new EventLog(kafka)) {
      liveALittle(api, log);
      before = table(api);
      change = change(api);
    }

    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.deleteConsumerGroups(List.of("store-api")).all().get();
    }

    try (var api = RunningApi.on(kafka, postgres, "group_reset");
        var log = new EventLog(kafka)) {
      // a new event has been read, so all before it would have been read again
      awaitStatus(api, readyAgain(api, log), "ready");
      assertThat(table(api)).containsAllEntriesOf(before);
      assertThat(changesUpTo(api, change)).isEqualTo(before.size());
    }
  }

  @Test
  void anEmptyDatabaseIsFilledFromTheLog(PostgresServer postgres) {
    Map<String, String> before;
    try (var api = RunningApi.onNewDatabase(kafka, postgres, "first");
        var log = new EventLog(kafka)) {
      liveALittle(api, log);
      before = table(api);
    }

    try (var api = RunningApi.onNewDatabase(kafka, postgres, "second")) {
      await().atMost(A_WHILE).untilAsserted(() -> assertThat(table(api)).isEqualTo(before));
    }
  }

  @Test
  void aRestoredDatabaseCatchesUp(PostgresServer postgres) {
    try (var api = RunningApi.onNewDatabase(kafka, postgres, "live");
        var log = new EventLog(kafka)) {
      liveALittle(api, log);
    }
    RunningApi.sql(postgres, "create database backup template live");
    Map<String, String> after;
    try (var api = RunningApi.on(kafka, postgres, "live");
        var log = new EventLog(kafka)) {
      liveALittle(api, log);
      after = table(api);
    }

    try (var api = RunningApi.on(kafka, postgres, "backup")) {
      await().atMost(A_WHILE).untilAsserted(() -> assertThat(table(api)).isEqualTo(after));
    }
  }

  /** Stores in several states, all of it read back from the log. */
  private static void liveALittle(RunningApi api, EventLog log) {
    var http = api.http();
    http.newStore("Requested");
    http.delete("/stores/" + http.newStore("Deleting"));
    awaitStatus(api, readyAgain(api, log), "ready");
    await().atMost(A_WHILE).until(() -> count(api, "outbox") == 0);
  }

  private static StoreId readyAgain(RunningApi api, EventLog log) {
    var id = new StoreId(api.http().newStore("Ready"));
    await().atMost(A_WHILE).until(() -> count(api, "outbox where store_id = '" + id + "'") == 0);
    log.say(new StoreEvent.StoreReady(id, 1, 1, 1), api.clock.instant());
    return id;
  }

  private static void awaitStatus(RunningApi api, StoreId id, String status) {
    await()
        .atMost(A_WHILE)
        .until(() -> api.http().get("/stores/" + id).text("/status").equals(status));
  }

  private static Map<String, String> table(RunningApi api) {
    var table = new TreeMap<String, String>();
    jdbc(api)
        .sql("select id, current from stores")
        .query((row, number) -> table.put(row.getString(1), row.getString(2)))
        .list();
    return table;
  }

  private static long change(RunningApi api) {
    return jdbc(api).sql("select max(change) from stores").query(Long.class).single();
  }

  private static int changesUpTo(RunningApi api, long change) {
    return count(api, "stores where change <= " + change);
  }

  private static int count(RunningApi api, String from) {
    return jdbc(api).sql("select count(*) from " + from).query(Integer.class).single();
  }

  private static JdbcClient jdbc(RunningApi api) {
    return api.bean(JdbcClient.class);
  }
}
