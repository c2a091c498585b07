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
import dev.uruimi.events.Topics;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class LostLogIT {

  @Test
  void aLogThatWasLostIsNoticedAndWrittenAnewOutOfTheTable(PostgresServer postgres) {
    String ready;
    String waiting;
    try (var first = KafkaBroker.started();
        var api = RunningApi.onNewDatabase(first, postgres, "lost_log");
        var log = new EventLog(first)) {
      var http = api.http();
      ready = http.newStore("Ready");
      waiting = http.newStore("Waiting");
      http.patch("/stores/" + ready, "{\"name\": \"Named\"}");
      http.patch("/stores/" + ready, "{\"name\": \"Named again\"}");
      api.awaitRelayed();
      log.say(new StoreEvent.StoreReady(new StoreId(ready), 1, 1, 1), api.clock.instant());
      awaitStatus(http, ready, "ready");
      assertThat(http.post("/platform/log/restore", "{}").status()).isEqualTo(409);
    }

    // another broker with nothing in it is a broker that lost its data
    try (var second = KafkaBroker.started();
        var api = RunningApi.on(second, postgres, "lost_log");
        var log = new EventLog(second)) {
      var http = api.http();
      await()
          .until(() -> http.get("/actuator/health").text("/components/log/status"), "DOWN"::equals);
      log.say(
          new StoreEvent.StoreDegraded(
              new StoreId(ready),
              1,
              1,
              2,
              Reason.of(ReasonCode.HELM_FAILED, Map.of("message", "x"))),
          api.clock.instant());

      var rebuild = http.post("/platform/projection/rebuild?removeUnknown=true", "{}");
      assertThat(rebuild.status()).isEqualTo(409);
      assertThat(rebuild.text("/type")).isEqualTo("urn:uruimi:problem:log-lost");
      assertThat(rebuild.text("/detail")).contains("restore");
      assertThat(http.get("/platform/health").text("/services/0/detail")).contains("made anew");

      var plan = http.post("/platform/log/restore?dryRun=true", "{}");
      assertThat(plan.json().at("/events").asInt()).isEqualTo(4);
      assertThat(log.read(Topics.STORE_EVENTS, waiting)).isEmpty();

      var restored = http.post("/platform/log/restore", "{}");
      assertThat(restored.status()).as(restored.body()).isEqualTo(200);
      api.awaitRelayed();

      // what the new log held before it was restored was not passed over
      awaitStatus(http, ready, "degraded");
      assertThat(http.get("/stores/" + waiting).text("/status")).isEqualTo("requested");
      assertThat(log.read(Topics.STORE_EVENTS, ready))
          .extracting(record -> EventLog.header(record, "ce_id"))
          .contains(ready + "/1/requested", ready + "/1/renamed/2", ready + "/1/ready/1");
      assertThat(http.get("/actuator/health").text("/components/log/status")).isEqualTo("UP");

      // a name is told from those of the log that was lost
      http.patch("/stores/" + ready, "{\"name\": \"Named anew\"}");
      api.awaitRelayed();
      assertThat(log.read(Topics.STORE_EVENTS, ready))
          .extracting(record -> EventLog.header(record, "ce_id"))
          .endsWith(ready + "/1/renamed/3");
      assertThat(http.get("/stores/" + ready).text("/name")).isEqualTo("Named anew");
    }
  }

  private static void awaitStatus(HttpCalls http, String id, String status) {
    await().until(() -> http.get("/stores/" + id).text("/status").equals(status));
  }
}
