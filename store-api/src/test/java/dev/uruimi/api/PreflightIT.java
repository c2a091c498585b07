package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.api.support.FakePeer;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class PreflightIT {

  @Test
  void nobodyIsAskedWhereItIsSwitchedOff(KafkaBroker kafka, PostgresServer postgres) {
    try (var provisioner = new FakePeer();
        var api =
            RunningApi.onNewDatabase(
                kafka,
                postgres,
                "preflight_off_it",
                "--PREFLIGHT_ENABLED=false",
                "--uruimi.peers.provisioner=" + provisioner.url())) {
      provisioner.answer(
          "/preflight",
          200,
          """
          {"refusals": [{"code": "insufficient_capacity", "parameters": {}, "sentence": "No.",
            "remedy": "None."}]}""");

      assertThat(api.http().create("Unchecked").status()).isEqualTo(202);
      assertThat(provisioner.asked).isEmpty();
    }
  }

  @Test
  void aSurelyFailingStoreIsRefusedAndLeavesNothing(KafkaBroker kafka, PostgresServer postgres) {
    try (var provisioner = new FakePeer();
        var api =
            RunningApi.onNewDatabase(
                kafka,
                postgres,
                "preflight_it",
                "--uruimi.peers.provisioner=" + provisioner.url(),
                "--uruimi.preflight.timeout=500ms")) {
      var http = api.http();
      provisioner.answer("/preflight", 200, "{\"refusals\": []}");
      var first = http.create("Fine", "Idempotency-Key", "k");
      assertThat(first.status()).isEqualTo(202);

      provisioner.answer(
          "/preflight",
          200,
          """
          {"refusals": [{"code": "insufficient_capacity", "parameters": {"resource": "cpu"},
            "sentence": "The cluster has no room.", "remedy": "Delete a store."}]}""");
      var refused = http.create("Too much", "Idempotency-Key", "other");
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.text("/type")).isEqualTo("urn:uruimi:problem:preflight-failed");
      assertThat(refused.text("/detail")).isEqualTo("The cluster has no room.");
      assertThat(refused.text("/refusals/0/remedy")).isEqualTo("Delete a store.");
      assertThat(http.get("/stores?q=Too%20much").json().at("/total").asInt()).isZero();

      var asked = provisioner.asked.size();
      assertThat(http.create("Fine", "Idempotency-Key", "k").body()).isEqualTo(first.body());
      assertThat(provisioner.asked).hasSize(asked);

      provisioner.answerForEver("/preflight", "{\"refusals\": []}");
      assertThat(http.create("Slow").status()).isEqualTo(202);
      asked = provisioner.asked.size();
      assertThat(http.create("Not asked").status()).isEqualTo(202);
      assertThat(provisioner.asked).hasSize(asked);

      api.clock.advance(Duration.ofSeconds(11));
      provisioner.answer("/preflight", 200, "{\"refusals\": []}");
      assertThat(http.create("Asked again").status()).isEqualTo(202);
      assertThat(provisioner.asked).hasSize(asked + 1);
    }
  }
}
