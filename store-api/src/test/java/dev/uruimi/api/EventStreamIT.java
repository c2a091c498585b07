package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.api.support.SseReader;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class EventStreamIT {

  private static final String LAST = "Last-Event-ID";

  private static KafkaBroker kafka;
  private static PostgresServer postgres;
  private static RunningApi api;
  private static HttpCalls http;

  @BeforeAll
  static void start(KafkaBroker broker, PostgresServer server) {
    kafka = broker;
    postgres = server;
    api = RunningApi.onNewDatabase(kafka, postgres, "event_stream_it");
    http = api.http();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void aNewStoreIsSeenByThoseWhoFollow() {
    try (var all = follow("/stores/events")) {
      var created = http.create("Followed");

      await().until(() -> !all.data(created.text("/id")).isEmpty());
      assertThat(all.data(created.text("/id")).getFirst()).isEqualTo("data: " + created.body());
      assertThat(all.lines).contains("event: store");
    }
  }

  @Test
  void nothingIsMissedBetweenListAndStream() {
    var position = http.get("/stores").text("/position");
    var id = http.newStore("Between");

    try (var all = follow("/stores/events?after=" + position)) {
      await().until(() -> !all.data(id).isEmpty());
    }
  }

  @Test
  void aBrokenStreamIsResumedOnAnotherReplica() {
    String id;
    long last;
    try (var all = follow("/stores/events")) {
      id = http.newStore("Before the break");
      await().until(() -> !all.data(id).isEmpty());
      last = all.ids().getLast();
    }
    http.delete("/stores/" + id);
    var missed = http.newStore("During the break");

    try (var replica = RunningApi.on(kafka, postgres, "event_stream_it");
        var resumed = replica.http().follow("/stores/events", LAST, Long.toString(last))) {
      await().until(() -> !resumed.data(missed).isEmpty());
      assertThat(resumed.data(id).getLast()).contains("\"status\":\"deleting\"");
      assertThat(resumed.ids()).isSorted();

      var later = http.newStore("Written by the other replica");
      await().atMost(Duration.ofSeconds(30)).until(() -> !resumed.data(later).isEmpty());
    }
  }

  @Test
  void oneStoreIsFollowedFromWhereItIsNow() {
    var id = http.newStore("Only this");
    var other = http.newStore("Not this");

    try (var one = follow("/stores/" + id + "/events")) {
      await().until(() -> !one.data(id).isEmpty());
      http.delete("/stores/" + other);
      http.delete("/stores/" + id);
      await().until(() -> one.data("\"status\":\"deleting\"").size() == 1);
      assertThat(one.data(other)).isEmpty();
    }
  }

  @Test
  void aSilentStreamSaysThatItLives() {
    try (var all = follow("/stores/events")) {
      await().until(() -> all.lines.contains(": heartbeat"));
    }
  }

  @Test
  void tooManyStreamsAreRefusedAndClosedOnesDoNotCount() {
    try (var first = follow("/stores/events");
        var second = follow("/stores/events");
        var third = follow("/stores/events")) {
      var refused = http.get("/stores/events", "Accept", "text/event-stream");

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.text("/type")).isEqualTo("urn:uruimi:problem:too-many-streams");
      assertThat(first.isEnded() || second.isEnded() || third.isEnded()).isFalse();
    }
    follow("/stores/events").close();
  }

  @Test
  void theListOfEventsIsJsonForThoseWhoAskForIt() {
    var id = http.newStore("Listed");

    var events = http.get("/stores/" + id + "/events", "Accept", "application/json");

    assertThat(events.text("/events/0/step")).isEqualTo("requested");
    assertThat(http.get("/stores/events", LAST, "x").status()).isEqualTo(400);
  }

  /** A stream that is open; waits until those that were closed are gone. */
  private static SseReader follow(String path) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              var stream = http.follow(path);
              await().until(() -> !stream.lines.isEmpty());
              return stream;
            },
            stream -> stream.lines.contains("retry: 2000"));
  }
}
