package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.api.support.EventLog;
import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.events.Step;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class QueueIT {

  @Test
  void aStoreThatWaitsBehindOthersIsNotExpiredUntilTheQueueStands(
      KafkaBroker kafka, PostgresServer postgres) {
    try (var api = RunningApi.onNewDatabase(kafka, postgres, "queue");
        var log = new EventLog(kafka)) {
      var http = api.http();
      var first = http.newStore("First");
      var stuck = http.newStore("Stuck");
      var waiting = http.newStore("Waiting");
      api.awaitRelayed();
      step(log, stuck, Step.NAMESPACE, api);
      awaitStatus(http, stuck, "provisioning");

      api.clock.advance(Duration.ofMinutes(4));
      step(log, first, Step.NAMESPACE, api);
      awaitStatus(http, first, "provisioning");
      api.clock.advance(Duration.ofMinutes(2));

      // the check that expires the one that was taken up has looked at the one that waits, too
      awaitStatus(http, stuck, "failed");
      assertThat(http.get("/stores/" + waiting).text("/status")).isEqualTo("requested");

      api.clock.advance(Duration.ofMinutes(4));
      awaitStatus(http, waiting, "failed");
    }
  }

  private static void step(EventLog log, String id, Step step, RunningApi api) {
    log.say(new StoreEvent.StoreStepCompleted(new StoreId(id), 1, step, 5), api.clock.instant());
  }

  private static void awaitStatus(HttpCalls http, String id, String status) {
    await().until(() -> http.get("/stores/" + id).text("/status").equals(status));
  }
}
