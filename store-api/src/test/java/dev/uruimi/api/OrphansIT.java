package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.api.support.FakePeer;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import dev.uruimi.testing.RecordedAnswers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(Servers.class)
class OrphansIT {

  @Test
  void whatCleanupFoundAndWhatTheClusterLostAreShown(KafkaBroker kafka, PostgresServer postgres) {
    try (var cleanup = new FakePeer();
        var api =
            RunningApi.onNewDatabase(
                kafka, postgres, "orphans_it", "--uruimi.peers.cleanup=" + cleanup.url())) {
      var http = api.http();
      var lost = http.newStore("Lost");
      var kept = http.newStore("Kept");
      http.newStore("On its way");
      api.bean(JdbcClient.class)
          .sql("update stores set status = 'ready' where name in ('Lost', 'Kept')")
          .update();
      cleanup.answer("/sweep", 200, RecordedAnswers.SWEEP.replace("aaaaaaaaaa", kept));
      api.clock.advance(Duration.ofMinutes(2));

      var found = http.get("/platform/orphans");

      assertThat(found.status()).isEqualTo(200);
      assertThat(found.json().at("/findings")).hasSize(3);
      assertThat(found.text("/findings/0/storeId")).isEqualTo("bbbbbbbbbb");
      assertThat(found.text("/findings/2/storeId")).isEqualTo(lost);
      assertThat(found.text("/findings/2/kind")).isEqualTo("store");
      assertThat(found.text("/findings/0/kind")).isEqualTo("namespace");
      assertThat(found.text("/held")).contains("1 of 1");
      assertThat(found.json().at("/heldCount").asInt()).isOne();
      assertThat(found.json().at("/skipped").isNull()).isTrue();
    }
  }

  @Test
  void aSweepIsForcedByTheNumberOfWhatIsHeld(KafkaBroker kafka, PostgresServer postgres) {
    try (var cleanup = new FakePeer();
        var api =
            RunningApi.onNewDatabase(
                kafka, postgres, "orphans_force_it", "--uruimi.peers.cleanup=" + cleanup.url())) {
      cleanup.answer("/sweep", 200, RecordedAnswers.SWEEP);
      var http = api.http();

      assertThat(http.post("/platform/orphans/sweep", "").json())
          .isEqualTo(http.get("/platform/orphans").json());
      assertThat(cleanup.asked).contains("/sweep").doesNotContain("/sweep?force=1");
      assertThat(http.post("/platform/orphans/sweep?force=1", "").status()).isEqualTo(200);
      assertThat(cleanup.asked).contains("/sweep?force=1");
      assertThat(http.post("/platform/orphans/sweep?force=all", "").status()).isEqualTo(400);
    }
  }

  @Test
  void aClusterThatCannotBeReadIsSaid(KafkaBroker kafka, PostgresServer postgres) {
    try (var cleanup = new FakePeer();
        var api =
            RunningApi.onNewDatabase(
                kafka, postgres, "orphans_unread_it", "--uruimi.peers.cleanup=" + cleanup.url())) {
      cleanup.answer("/sweep", 200, RecordedAnswers.SWEEP);
      cleanup.answer("/sweep?all=true", 503, "{}");

      var refused = api.http().get("/platform/orphans");

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.text("/detail")).contains("cannot read the cluster");
    }
  }

  @Test
  void withoutCleanupNothingIsSaidToBeLost(KafkaBroker kafka, PostgresServer postgres) {
    try (var api = RunningApi.onNewDatabase(kafka, postgres, "orphans_alone_it")) {
      var refused = api.http().get("/platform/orphans");

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.text("/type")).isEqualTo("urn:uruimi:problem:cleanup-unavailable");
    }
  }
}
