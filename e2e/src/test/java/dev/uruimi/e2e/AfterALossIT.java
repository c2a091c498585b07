package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** Rehearses {@code docs/operations.md}: what is lost, what the page says to do, what is back. */
@Order(5)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AfterALossIT {

  private static final Duration A_WHILE = Duration.ofMinutes(3);
  private static final String ENGINE = "window";

  private static String kept;

  @BeforeAll
  static void aStoreIsReady() {
    Uruimi.up();
    kept = ready("Kept");
  }

  @AfterAll
  static void forgetIt() {
    Uruimi.succeed(A_WHILE, "down", "--purge");
  }

  @Test
  @Order(1)
  void theDatabaseIsMadeAnewOutOfTheLog() throws IOException {
    var before = Api.store(kept);
    lose("postgres");

    await()
        .atMost(A_WHILE)
        .ignoreExceptions()
        .untilAsserted(
            () -> assertThat(Api.store(kept).path("status").asString()).isEqualTo("ready"));

    var after = Api.store(kept);
    assertThat(after.path("timeline")).isEqualTo(before.path("timeline"));
    assertThat(after.path("attempt")).isEqualTo(before.path("attempt"));
    Uruimi.succeed(A_WHILE, "projection", "check");
    deleted(ready("Made after the database was lost"));
  }

  @Test
  @Order(2)
  void theLogIsWrittenAnewOutOfTheTable() throws IOException {
    lose("kafka");
    await()
        .atMost(A_WHILE)
        .untilAsserted(
            () -> assertThat(storeApi().path("status").asString()).isEqualTo("impaired"));
    assertThat(Uruimi.run(A_WHILE, "projection", "rebuild").exit()).isNotZero();

    Uruimi.succeed(A_WHILE, "log", "restore", "--dry-run");
    assertThat(storeApi().path("status").asString()).isEqualTo("impaired");
    Uruimi.succeed(A_WHILE, "log", "restore");

    await()
        .atMost(A_WHILE)
        .untilAsserted(() -> assertThat(storeApi().path("status").asString()).isEqualTo("up"));
    assertThat(Api.store(kept).path("status").asString()).isEqualTo("ready");
    deleted(ready("Made after the log was lost"));
  }

  @Test
  @Order(3)
  void storesThatTheClusterLostAreAskedForAgain() throws IOException {
    lose("etcd");
    await()
        .atMost(A_WHILE)
        .untilAsserted(
            () ->
                assertThat(Uruimi.succeed(A_WHILE, "orphans", "--json").json().toString())
                    .contains(kept));
    var attempt = Api.store(kept).path("attempt").asInt();

    await()
        .atMost(A_WHILE)
        .until(() -> Uruimi.run(A_WHILE, "replay", "--missing", "--yes").exit() == 0);

    Api.follow(
        kept,
        A_WHILE,
        store ->
            store.path("attempt").asInt() == attempt + 1
                && store.path("status").asString().equals("ready"));
    deleted(kept);
  }

  /** Stops everything, throws away what one part keeps, and starts everything. */
  private static void lose(String part) throws IOException {
    Uruimi.succeed(A_WHILE, "down");
    var data = Uruimi.state().resolve("data").resolve(part);
    assertThat(data).isDirectory();
    dev.uruimi.local.process.Trees.delete(data);
    Uruimi.up();
  }

  private static String ready(String name) {
    var id = Api.create(name, ENGINE);
    Api.follow(id, A_WHILE, Api.status("ready"));
    return id;
  }

  private static void deleted(String id) {
    Api.delete(id);
    Api.follow(id, A_WHILE, Api.status("deleted"));
  }

  private static JsonNode storeApi() {
    return Api.send("GET", "/platform/health", null, Map.of())
        .json()
        .path("services")
        .valueStream()
        .filter(service -> service.path("name").asString().equals("store-api"))
        .findFirst()
        .orElseThrow();
  }
}
