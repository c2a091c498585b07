package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.api.support.EventLog;
import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.Step;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Servers.class)
class StatisticsIT {

  private static RunningApi api;
  private static HttpCalls http;
  private static EventLog log;

  @BeforeAll
  static void start(KafkaBroker kafka, PostgresServer postgres) {
    api = RunningApi.onNewDatabase(kafka, postgres, "statistics_it");
    http = api.http();
    log = new EventLog(kafka);
  }

  @AfterAll
  static void stop() {
    log.close();
    api.close();
  }

  @Test
  void failuresAreCountedByCodeWithTheLatestSentence() {
    var first = failed("First", Map.of("message", "older"));
    api.clock.advance(Duration.ofSeconds(2));
    var second = failed("Second", Map.of("message", "newer"));

    var failures = http.get("/platform/failures?since=PT1H").json().at("/failures");

    var failure = failures.get(0);
    assertThat(failures).hasSize(1);
    assertThat(failure.at("/code").asString()).isEqualTo("helm_failed");
    assertThat(failure.at("/count").asInt()).isEqualTo(2);
    assertThat(failure.at("/sentence").asString()).endsWith("newer");
    assertThat(failure.at("/stores").toString())
        .isEqualTo("[\"%s\",\"%s\"]".formatted(second, first));
    api.clock.advance(Duration.ofHours(2));
    assertThat(http.get("/platform/failures?since=PT1H").json().at("/failures")).isEmpty();
  }

  @Test
  void provisionTimesAreThoseOfStoresThatGotReady() {
    for (var seconds : new int[] {10, 20, 60}) {
      var id = new StoreId(http.newStore("Timed " + seconds));
      say(new StoreEvent.StoreStepCompleted(id, 1, Step.NAMESPACE, seconds));
      api.clock.advance(Duration.ofSeconds(seconds));
      say(new StoreEvent.StoreReady(id, 1, 1, 1));
      await().until(() -> http.get("/stores/" + id).text("/status").equals("ready"));
      http.delete("/stores/" + id);
    }

    var times = http.get("/platform/provision-times?since=PT24H&engine=sample").json();

    assertThat(times.at("/bucketMillis").asLong()).isEqualTo(3_600_000);
    var counted = 0;
    for (var bucket : times.at("/buckets")) {
      counted += bucket.at("/count").asInt();
      assertThat(bucket.at("/medianMillis").asLong()).isBetween(10_000L, 90_000L);
      assertThat(bucket.at("/p95Millis").asLong())
          .isGreaterThanOrEqualTo(bucket.at("/medianMillis").asLong());
    }
    assertThat(counted).isEqualTo(3);
    assertThat(times.at("/typical/sample/readyAfterMillis").asLong()).isBetween(20_000L, 59_999L);
    assertThat(times.at("/typical/sample/steps/namespace").asLong()).isEqualTo(20);
    assertThat(times.at("/typical/sample/steps").propertyNames())
        .containsExactly("namespace", "ready");
    assertThat(http.get("/platform/provision-times").json().at("/typical/sample").isObject())
        .isTrue();
    var other = http.get("/platform/provision-times?engine=other").json();
    assertThat(other.at("/buckets")).isEmpty();
    assertThat(other.at("/typical")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/platform/failures?since=yesterday,          since",
    "/platform/failures?since=PT1S,               since",
    "/platform/failures?since=-P1D,               since",
    "/platform/provision-times?since=P91D,        since",
    "/platform/provision-times?since=P99999999999999999D, since",
    "/platform/provision-times?engine=a%00,       engine"
  })
  void aWrongParameterIsNamed(String path, String field) {
    var refused = http.get(path);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/errors/0/field")).isEqualTo(field);
  }

  private static String failed(String name, Map<String, String> parameters) {
    var id = http.newStore(name);
    var reason = Reason.of(ReasonCode.HELM_FAILED, parameters);
    say(new StoreEvent.StoreFailed(new StoreId(id), 1, "provisioner", 0, reason));
    await().until(() -> http.get("/stores/" + id).text("/status").equals("failed"));
    return id;
  }

  private static void say(StoreEvent event) {
    api.awaitRelayed();
    log.say(event, api.clock.instant());
  }
}
