package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Servers.class)
class DeadLetterInputIT {

  private static final String NOTE = "{\"note\": \"seen\"}";

  private static RunningApi api;
  private static HttpCalls http;

  @BeforeAll
  static void start(KafkaBroker kafka, PostgresServer postgres) {
    api = RunningApi.onNewDatabase(kafka, postgres, "dead_letter_input_it");
    http = api.http();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "uruimi.store-events:0:0",
        "__consumer_offsets:0:0",
        "uruimi.store-events.store-api.dlt:0:99999999",
        "uruimi.store-events.store-api.dlt:9:0",
        "uruimi.store-events.nobody.dlt:0:0",
        "uruimi.store-events.store-api.dlt:0:-1",
        "uruimi.store-events.store-api.dlt:0:9999999999999999999"
      })
  void whereNothingLiesNothingIsFound(String id) {
    assertThat(http.get("/dead-letters/" + id).text("/type"))
        .isEqualTo("urn:uruimi:problem:no-such-dead-letter");
    assertThat(http.post("/dead-letters/" + id + "/redrive", "").status()).isEqualTo(404);
    assertThat(http.post("/dead-letters/" + id + "/discard", NOTE).status()).isEqualTo(404);
  }

  @Test
  void aRedriveNeedsNoBodyButAnotherOneThanJsonIsRefused() {
    var path = "/dead-letters/uruimi.store-events.nobody.dlt:0:0/redrive";

    var without = http.send(http.request(path).POST(BodyPublishers.noBody()));
    var text = http.request(path, "Content-Type", "text/plain").POST(BodyPublishers.ofString(NOTE));

    assertThat(without.status()).isEqualTo(404);
    assertThat(http.send(text).status()).isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                           | 422",
        "{\"note\": \"\"}             | 422",
        "{\"note\": 1}                | 422",
        "{\"note\": \"a\\u0000\"}     | 422",
        "{\"note\": \"a\", \"by\": 1} | 422",
        "{                            | 400"
      })
  void aBadNoteIsNamed(String body, int status) {
    var refused = http.post("/dead-letters/uruimi.store-events.store-api.dlt:0:0/discard", body);

    assertThat(refused.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1"})
  void aBadLimitIsNamed(String limit) {
    assertThat(http.get("/dead-letters?limit=" + limit).text("/errors/0/field")).isEqualTo("limit");
  }
}
