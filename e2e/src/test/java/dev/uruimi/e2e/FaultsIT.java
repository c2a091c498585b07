package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.events.EncodedEvent;
import dev.uruimi.events.StoreId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Processes are killed and paused, messages are broken and repeated: no store is lost or left over.
 */
@Order(4)
class FaultsIT {

  private static final Duration READY = Duration.ofMinutes(5);
  private static final Duration GONE = Duration.ofMinutes(3);

  @BeforeAll
  static void thePlatformIsUp() {
    Uruimi.up();
  }

  @Test
  @Order(1)
  void aStoreDeletedAtAnyStepIsGoneForGood() {
    var ids = new ArrayList<String>();
    for (var step : new String[] {"", "namespace", "guardrails", "secrets", "chart"}) {
      var id = Api.create("Deleted at " + (step.isEmpty() ? "once" : step), "medusa");
      if (!step.isEmpty()) {
        Api.follow(id, READY, reached(step));
      }
      Api.delete(id);
      Api.delete(id);
      ids.add(id);
    }
    ids.forEach(FaultsIT::assertGone);
  }

  @Test
  @Order(2)
  void aProvisionerKilledInTheMiddleOfAnInstallFinishesIt() {
    var id = Api.create("Survivor", "medusa");
    Api.follow(id, READY, reached("secrets"));

    Signals.kill(Uruimi.process("provisioner"));

    var store = Api.follow(id, READY, Api.status("ready", "failed")).getLast();
    assertThat(store.path("status").asString()).as("%s", store).isEqualTo("ready");
    Api.delete(id);
    assertGone(id);
  }

  @Test
  @Order(3)
  void aProvisionerThatSleptThroughTheDeletionBringsNothingBack() {
    var id = Api.create("Sleeper", "medusa");
    Api.follow(id, READY, reached("namespace"));
    var provisioner = Uruimi.process("provisioner");
    Signals.pause(provisioner);
    var pausedAt = System.nanoTime();
    try {
      Api.delete(id);
      assertGone(id);
      await()
          .atMost(Duration.ofSeconds(70))
          .until(() -> System.nanoTime() - pausedAt > Duration.ofSeconds(60).toNanos());
    } finally {
      Signals.resume(provisioner);
    }
    try (var cluster = new Cluster()) {
      await()
          .during(Duration.ofSeconds(10))
          .atMost(Duration.ofSeconds(30))
          .until(() -> !cluster.hasNamespace(id));
      cluster.assertNothingLeft(id);
    }
  }

  @Test
  @Order(4)
  void aStoreAskedForWhileTheBrokerIsAwayIsDeliveredWhenItIsBack() {
    Signals.kill(Uruimi.process("kafka"));

    var id = Api.create("Patience", "medusa");

    assertThat(Api.store(id).path("status").asString()).isEqualTo("requested");
    Api.follow(id, READY, reached("namespace"));
    Api.delete(id);
    assertGone(id);
  }

  @Test
  @Order(5)
  void aPoisonedRecordIsADeadLetterAndTheNextIsHandled() {
    var poisoned = StoreId.random(new SecureRandom()).value();
    Broker.write(record(poisoned, "dev.uruimi.store.requested.v1", "{\"storeId\":"));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(Broker.deadLetters("provisioner")).contains(poisoned);
              assertThat(Broker.deadLetters("cleanup")).contains(poisoned);
              assertThat(Broker.deadLetters("store-api")).contains(poisoned);
            });
    var id = Api.create("After the poison", "medusa");
    Api.follow(id, READY, reached("namespace"));
    Api.delete(id);
    assertGone(id);
  }

  @Test
  @Order(6)
  void anEventTypeOfALaterVersionIsSkippedAndCounted() {
    var id = StoreId.random(new SecureRandom()).value();
    Broker.write(record(id, "dev.uruimi.store.claimed.v1", "{}"));

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Workers.metric("provisioner", "uruimi.events.unknown").contains("claimed.v1"));
    assertThat(Broker.deadLetters("provisioner")).doesNotContain(id);
  }

  @Test
  @Order(7)
  void anImageThatDoesNotExistIsNamedWithinSeconds() {
    var id = Api.create("No image", "no-image");

    var store = Api.follow(id, Duration.ofSeconds(90), Api.status("failed", "ready")).getLast();

    assertThat(store.path("status").asString()).isEqualTo("failed");
    assertThat(store.at("/reason/code").asString()).isEqualTo("image_pull");
    assertThat(store.path("error_reason").asString()).contains("no-such-image");
    Api.delete(id);
    assertGone(id);
  }

  @Test
  @Order(8)
  void historyIsNotWork() {
    var id = Api.create("History", "medusa");
    Api.follow(id, READY, Api.status("ready", "failed"));
    try (var cluster = new Cluster()) {
      var table = Api.send("GET", "/stores", null, Map.of()).body();
      var versions = cluster.versions();

      for (var service : Workers.PORTS.keySet()) {
        Workers.reading(service, "STOPPED");
        await()
            .atMost(Duration.ofSeconds(60))
            .ignoreExceptions()
            .untilAsserted(() -> Broker.rewind(service));
        Workers.reading(service, "STARTED");
        await()
            .atMost(Duration.ofSeconds(60))
            .ignoreExceptions()
            .until(() -> Broker.lag(service) == 0);
      }

      assertThat(cluster.versions()).isEqualTo(versions);
      assertThat(Api.send("GET", "/stores", null, Map.of()).body()).isEqualTo(table);
    }
    Api.delete(id);
    assertGone(id);
  }

  private static Predicate<JsonNode> reached(String step) {
    return store ->
        store.path("timeline").valueStream().anyMatch(s -> step.equals(s.path("step").asString()));
  }

  private static void assertGone(String id) {
    Api.follow(id, GONE, Api.status("deleted"));
    try (var cluster = new Cluster()) {
      cluster.assertNothingLeft(id);
    }
  }

  private static EncodedEvent record(String id, String type, String body) {
    return new EncodedEvent(
        id,
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            id + "/1/x",
            "ce_source",
            "/e2e",
            "ce_type",
            type,
            "ce_subject",
            id,
            "ce_time",
            "2026-11-24T00:00:00Z"),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
