package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.uruimi.api.support.EventLog;
import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.events.Step;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.Topics;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** A database that is there and does not do what it should. */
@ExtendWith(Servers.class)
class PausedDatabaseIT {

  private static final Duration BOUND = Duration.ofSeconds(25);

  private static PostgresServer postgres;
  private static RunningApi api;
  private static HttpCalls http;
  private static EventLog log;

  @BeforeAll
  static void start(KafkaBroker kafka) {
    // a server of its own: others would stand still with it
    postgres = PostgresServer.started();
    api =
        RunningApi.onNewDatabase(
            kafka, postgres, "paused", "--spring.datasource.hikari.connection-timeout=10000");
    http = api.http();
    log = new EventLog(kafka);
  }

  @AfterAll
  static void stop() {
    log.close();
    api.close();
    postgres.close();
  }

  @Test
  void aPausedDatabaseIsAnsweredInBoundedTimeToldOnceAndHeals() {
    var id = http.newStore("Paused");
    api.awaitRelayed();
    var lines = new ListAppender<ILoggingEvent>();
    var logger = (Logger) LoggerFactory.getLogger("dev.uruimi");
    lines.start();
    logger.addAppender(lines);

    postgres.pause();
    try {
      for (int n = 0; n < 2; n++) {
        var began = System.nanoTime();
        var reply = http.get("/stores/" + id);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text("/type")).endsWith("database-unavailable");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(BOUND);
      }
    } finally {
      postgres.resume();
      logger.detachAppender(lines);
    }

    await().until(() -> http.get("/stores/" + id).status() == 200);
    assertThat(times(lines, "outbox waits: cannot publish now")).isLessThanOrEqualTo(1);
    assertThat(times(lines, "deadlines are not checked now")).isEqualTo(1);
  }

  @Test
  void aReadOnlyDatabaseIsAnswered503AndTheLogWaits() {
    var id = http.newStore("Read only");
    api.awaitRelayed();

    readOnly("on");
    try {
      await().until(() -> http.create("Refused").status() == 503);
      assertThat(http.create("Refused").text("/type")).endsWith("database-unavailable");
      assertThat(http.get("/stores/" + id).status()).isEqualTo(200);
      log.say(
          new StoreEvent.StoreStepCompleted(new StoreId(id), 1, Step.NAMESPACE, 5),
          api.clock.instant());
    } finally {
      readOnly("off");
    }

    await().until(() -> http.get("/stores/" + id).text("/status").equals("provisioning"));
    assertThat(log.read(Topics.deadLetters("store-api"), id)).isEmpty();
  }

  private static void readOnly(String value) {
    RunningApi.sql(postgres, "alter database paused set default_transaction_read_only = " + value);
    // the setting counts for new connections
    RunningApi.sql(
        postgres,
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'paused'");
  }

  private static long times(ListAppender<ILoggingEvent> lines, String message) {
    List<ILoggingEvent> seen = new ArrayList<>(lines.list);
    return seen.stream().filter(line -> line.getMessage().equals(message)).count();
  }
}
