package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.api.support.EventLog;
import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An older copy replaces the database while the service runs. */
@ExtendWith(Servers.class)
class RestoredDatabaseIT {

  private static final String NAME = "restored_it";

  @Test
  void whatTheCopyDoesNotKnowIsReadAgain(KafkaBroker kafka, PostgresServer postgres) {
    try (var api = RunningApi.onNewDatabase(kafka, postgres, NAME);
        var log = new EventLog(kafka)) {
      var http = api.http();
      var before = new StoreId(http.newStore("Before the backup"));
      api.awaitRelayed();
      copy(postgres);
      var quiet = created(http, "After it, and nothing more is heard of it");
      var busy = created(http, "After it, and more is to come");
      log.say(new StoreEvent.StoreReady(before, 1, 1, 1), api.clock.instant());
      awaitStatus(http, before, "ready");
      api.awaitRelayed();

      restore(postgres);
      log.say(new StoreEvent.StoreReady(busy, 1, 1, 1), api.clock.instant());

      awaitStatus(http, busy, "ready");
      awaitStatus(http, before, "ready");
      awaitStatus(http, quiet, "requested");
      assertThat(http.get("/stores/" + busy + "/events").json().at("/events").size()).isEqualTo(2);
    }
  }

  /** A connection that was cut is found out by who uses it next: one request may be refused. */
  private static StoreId created(HttpCalls http, String name) {
    return new StoreId(
        await().until(() -> http.create(name), answer -> answer.status() == 202).text("/id"));
  }

  private static void awaitStatus(HttpCalls http, StoreId id, String status) {
    await().until(() -> http.get("/stores/" + id).text("/status"), status::equals);
  }

  private static void copy(PostgresServer postgres) {
    alone(postgres, List.of("create database %1$s_copy template %1$s".formatted(NAME)));
  }

  private static void restore(PostgresServer postgres) {
    alone(
        postgres,
        List.of(
            "alter database %1$s rename to %1$s_lost".formatted(NAME),
            "alter database %1$s_copy rename to %1$s".formatted(NAME)));
  }

  /** Runs statements while nobody is connected to the database; it takes connections afterwards. */
  private static void alone(PostgresServer postgres, List<String> statements) {
    RunningApi.sql(postgres, "alter database " + NAME + " allow_connections false");
    try {
      RunningApi.sql(
          postgres,
          "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '%s'"
              .formatted(NAME));
      statements.forEach(sql -> RunningApi.sql(postgres, sql));
    } finally {
      RunningApi.sql(postgres, "alter database " + NAME + " allow_connections true");
    }
  }
}
