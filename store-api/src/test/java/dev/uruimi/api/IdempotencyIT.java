package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.api.idempotency.Answer;
import dev.uruimi.api.idempotency.Idempotency;
import dev.uruimi.api.idempotency.KeyScope;
import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class IdempotencyIT {

  private static final String KEY = "Idempotency-Key";

  private static RunningApi api;
  private static HttpCalls http;

  @BeforeAll
  static void start(KafkaBroker kafka, PostgresServer postgres) {
    api = RunningApi.onNewDatabase(kafka, postgres, "idempotency_it");
    http = api.http();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void theSameRequestGetsTheSameAnswerAgain() {
    var first = http.create("Once", KEY, "same");
    var second = http.create("Once", KEY, "same");

    assertThat(second.status()).isEqualTo(first.status()).isEqualTo(202);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
  }

  @Test
  void anotherBodyIsRefused() {
    http.create("One", KEY, "reused");

    var other = http.create("Other", KEY, "reused");

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("/type")).isEqualTo("urn:uruimi:problem:idempotency-key-reused");
  }

  @Test
  void aRefusedRequestLeavesTheKeyFree() {
    assertThat(http.create("", KEY, "free").status()).isEqualTo(422);
    assertThat(http.create("Now right", KEY, "free").status()).isEqualTo(202);
  }

  @Test
  void theKeyOfAnotherPathIsAnotherKey() {
    var id = http.create("Path", KEY, "path").text("/id");

    assertThat(http.delete("/stores/" + id, KEY, "path").text("/status")).isEqualTo("deleting");
  }

  @Test
  void aKeyIsForgottenAfterADay() {
    var first = http.create("Daily", KEY, "day").text("/id");
    api.clock.advance(Duration.ofHours(25));

    assertThat(http.create("Daily", KEY, "day").text("/id")).isNotEqualTo(first);
  }

  @Test
  void aStrangeKeyIsRefused() {
    assertThat(http.create("Strange", KEY, "a b").status()).isEqualTo(400);
    assertThat(http.create("Strange", KEY, "k".repeat(256)).status()).isEqualTo(400);
  }

  @Test
  void whileTheFirstIsInFlightTheSecondIsToldSo() throws Exception {
    var inside = new CountDownLatch(1);
    var leave = new CountDownLatch(1);
    var id = http.newStore("In flight");
    var path = "/stores/" + id + "/retry";
    var scope = new KeyScope("local", "POST", path, "flight");
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          executor.submit(
              () ->
                  api.bean(Idempotency.class)
                      .once(
                          scope,
                          "",
                          () -> {
                            inside.countDown();
                            await(leave);
                            return new Answer(202, "/x", null, "{}");
                          }));
      inside.await();
      var second = http.post(path, "", KEY, "flight");
      leave.countDown();
      first.get();

      assertThat(second.status()).isEqualTo(409);
      assertThat(second.text("/type")).isEqualTo("urn:uruimi:problem:request-in-flight");
      assertThat(http.post(path, "", KEY, "flight").header("Location")).isEqualTo("/x");
    }
  }

  @Test
  void manyAtOnceMakeOneStore() throws Exception {
    Callable<HttpCalls.Reply> call = () -> http.create("Storm", KEY, "storm");
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var replies = executor.invokeAll(IntStream.range(0, 20).mapToObj(i -> call).toList());
      var ids = new java.util.HashSet<String>();
      for (var reply : replies) {
        assertThat(reply.get().status()).isIn(202, 409);
        if (reply.get().status() == 202) {
          ids.add(reply.get().text("/id"));
        }
      }
      assertThat(ids).hasSize(1);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
