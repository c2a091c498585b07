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
import dev.uruimi.events.Topics;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Servers.class)
class ChangesIT {

  private static final String IF_MATCH = "If-Match";
  private static final String LARGE = "{\"plan\": \"large\"}";

  private static RunningApi api;
  private static HttpCalls http;
  private static EventLog log;

  @BeforeAll
  static void start(KafkaBroker kafka, PostgresServer postgres) {
    api = RunningApi.onNewDatabase(kafka, postgres, "changes_it");
    http = api.http();
    log = new EventLog(kafka);
  }

  @AfterAll
  static void stop() {
    log.close();
    api.close();
  }

  @Test
  void aNameIsChangedAtOnceAndFoundByIt() {
    var id = http.newStore("Before");

    var renamed = http.patch("/stores/" + id, "{\"name\": \" After all \"}");

    assertThat(renamed.status()).isEqualTo(200);
    assertThat(renamed.text("/name")).isEqualTo("After all");
    assertThat(renamed.text("/status")).isEqualTo("requested");
    assertThat(renamed.text("/attempt")).isEqualTo("1");
    assertThat(renamed.text("/timeline/1/step")).isEqualTo("renamed");
    assertThat(http.get("/stores?q=after%20all").text("/stores/0/id")).isEqualTo(id);
    assertThat(http.get("/stores/" + id).json()).isEqualTo(renamed.json());
  }

  @Test
  void anotherPlanAsksForTheNextAttemptWithEverythingElseAsItWas() {
    var id = ready("Growing");
    var before = http.get("/stores/" + id).json();

    var resized = http.patch("/stores/" + id, "{\"name\": \"Grown\", \"plan\": \"large\"}");

    assertThat(resized.status()).isEqualTo(202);
    assertThat(resized.text("/status")).isEqualTo("requested");
    assertThat(resized.text("/plan")).isEqualTo("large");
    assertThat(resized.text("/attempt")).isEqualTo("2");
    assertThat(List.of("/host", "/engineVersion", "/values", "/owner", "/cell", "/created"))
        .allSatisfy(field -> assertThat(resized.json().at(field)).isEqualTo(before.at(field)));
    assertThat(types(id)).endsWith("dev.uruimi.store.renamed.v1", "dev.uruimi.store.requested.v1");
  }

  @Test
  void aShopThatRunsOnlyGrowsAndOneThatFailedToMayGoBack() {
    var id = ready("Up and down");
    http.patch("/stores/" + id, LARGE);
    api.awaitRelayed();
    log.say(new StoreEvent.StoreReady(new StoreId(id), 2, 1, 2), api.clock.instant());
    await().until(() -> http.get("/stores/" + id).text("/status").equals("ready"));

    var refused = http.patch("/stores/" + id, "{\"plan\": \"small\"}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/errors/0/pointer")).isEqualTo("#/plan");
    assertThat(refused.text("/detail"))
        .isEqualTo("plan is smaller than large; a shop that runs can only grow");

    var grown = ready("Too large");
    http.patch("/stores/" + grown, LARGE);
    api.awaitRelayed();
    var reason = Reason.of(ReasonCode.IMAGE_PULL, Map.of("image", "a/b:1", "message", "no"));
    log.say(
        new StoreEvent.StoreFailed(new StoreId(grown), 2, "provisioner", 0, reason),
        api.clock.instant());
    await().until(() -> http.get("/stores/" + grown).text("/status").equals("failed"));

    assertThat(http.patch("/stores/" + grown, "{\"plan\": \"small\"}").status()).isEqualTo(202);
  }

  @Test
  void theSameChangeTwiceIsTheSameAsOnce() {
    var id = ready("Twice");
    var first = http.patch("/stores/" + id, LARGE);

    var second = http.patch("/stores/" + id, LARGE);
    var nothing = http.patch("/stores/" + id, "{}");

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json()).isEqualTo(first.json()).isEqualTo(nothing.json());
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
  }

  @Test
  void aShopOnItsWayIsNotResizedAndOneThatGoesIsNotChanged() {
    var id = http.newStore("On its way");
    var early = http.patch("/stores/" + id, LARGE);
    http.delete("/stores/" + id);
    var late = http.patch("/stores/" + id, "{\"name\": \"Too late\"}");

    assertThat(early.status()).isEqualTo(409);
    assertThat(early.text("/type")).isEqualTo("urn:uruimi:problem:not-resizable");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text("/type")).isEqualTo("urn:uruimi:problem:not-wanted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"plan\": \"huge\"}                 | 422 | #/plan",
        "{\"plan\": null}                     | 422 | #/plan",
        "{\"name\": \"<b>\"}                  | 422 | #/name",
        "{\"name\": 7}                        | 422 | #/name",
        "{\"owner\": \"other\"}               | 422 | #/owner",
        "{\"values\": {}}                     | 422 | #/values",
        "{\"id\": \"zzzzzzzzzz\"}             | 422 | #/id",
        "[]                                   | 400 | ``",
        "{                                    | 400 | ``"
      })
  void aWrongChangeIsNamed(String body, int status, String pointer) {
    var refused = http.patch("/stores/" + http.newStore("Wrongly changed"), body);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
  }

  @Test
  void jsonIsTakenAndOtherTypesAreNot() {
    var id = http.newStore("Typed");

    assertThat(patchAs("application/json", id)).isEqualTo(200);
    assertThat(patchAs("text/plain", id)).isEqualTo(415);
    assertThat(patchAs("application/json-patch+json", id)).isEqualTo(415);
    assertThat(http.patch("/stores/zzzzzzzzzz", "{}").status()).isEqualTo(404);
  }

  @Test
  void theTagOfEveryAnswerIsTheOneThatGetGives() {
    var created = http.create("Tagged");
    var path = created.header("Location");
    assertThat(created.header("ETag"))
        .isEqualTo(http.get(path).header("ETag"))
        .isEqualTo("\"" + created.text("/version") + "\"");

    var renamed = http.patch(path, "{\"name\": \"Tagged anew\"}", IF_MATCH, created.header("ETag"));
    assertThat(renamed.header("ETag"))
        .isEqualTo(http.get(path).header("ETag"))
        .isNotEqualTo(created.header("ETag"));

    var deleted = http.delete(path, IF_MATCH, renamed.header("ETag"));
    assertThat(deleted.status()).isEqualTo(202);
    assertThat(http.get(path).header("ETag")).isEqualTo(deleted.header("ETag"));
  }

  @Test
  void whoKnowsItAlreadyIsToldSo() {
    var path = http.create("Known").header("Location");
    var tag = http.get(path).header("ETag");

    var known = http.get(path, "If-None-Match", "\"1\", W/" + tag);
    assertThat(known.status()).isEqualTo(304);
    assertThat(known.body()).isEmpty();
    assertThat(known.header("ETag")).isEqualTo(tag);

    http.patch(path, "{\"name\": \"News\"}");
    assertThat(http.get(path, "If-None-Match", tag).status()).isEqualTo(200);
  }

  @Test
  void nothingIsDoneForThoseWhoKnowAnOlderStore() {
    var path = "/stores/" + ready("Moved on");
    var old = http.get(path).header("ETag");
    http.patch(path, "{\"name\": \"Moved\"}");
    var now = http.get(path);

    assertThat(
            List.of(
                http.patch(path, LARGE, IF_MATCH, old),
                http.delete(path, IF_MATCH, old),
                http.delete(path, IF_MATCH, "W/" + now.header("ETag")),
                http.post(path + "/retry", "", IF_MATCH, old)))
        .allSatisfy(
            refused -> {
              assertThat(refused.status()).isEqualTo(412);
              assertThat(refused.text("/type")).isEqualTo("urn:uruimi:problem:changed-meanwhile");
              assertThat(refused.text("/detail")).contains(now.header("ETag"));
            });
    assertThat(http.get(path).json()).isEqualTo(now.json());
    assertThat(http.patch(path, LARGE, IF_MATCH, "*").status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "\"7", "\"7\" \"8\"", "'7'"})
  void aPreconditionThatCannotBeReadIsABadRequest(String header) {
    var path = http.create("Badly matched").header("Location");

    assertThat(http.patch(path, "{}", IF_MATCH, header).status()).isEqualTo(400);
    assertThat(http.delete(path, IF_MATCH, header).status()).isEqualTo(400);
    assertThat(http.get(path, "If-None-Match", header).status()).isEqualTo(400);
  }

  @Test
  void ofManyWhoChangeTheSameOnlyOneGetsThrough() throws Exception {
    var created = http.create("Contended");
    var path = created.header("Location");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var changes =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      (Callable<Integer>)
                          () ->
                              http.patch(
                                      path,
                                      "{\"name\": \"Name %d\"}".formatted(i),
                                      IF_MATCH,
                                      created.header("ETag"))
                                  .status())
              .toList();

      var statuses = threads.invokeAll(changes).stream().map(f -> f.resultNow()).toList();

      assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
    }
  }

  @Test
  void anAnswerThatIsGivenAgainHasTheTagItHadThen() {
    var path = http.create("Keyed").header("Location");
    var first = http.patch(path, "{\"name\": \"First\"}", "Idempotency-Key", "rename-once");
    http.patch(path, "{\"name\": \"Second\"}");

    var again = http.patch(path, "{\"name\": \"First\"}", "Idempotency-Key", "rename-once");

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(http.get(path).text("/name")).isEqualTo("Second");
  }

  @Test
  void namesComeBackFromTheLogAsTheyWereGiven() {
    var id = http.newStore("A");
    for (var name : List.of("B", "A", "B")) {
      http.patch("/stores/" + id, "{\"name\": \"%s\"}".formatted(name));
    }
    var shown = http.get("/stores/" + id).json();
    api.awaitRelayed();

    http.post("/platform/projection/check", "");
    await().until(() -> http.get("/platform/projection").text("/check/state").equals("done"));

    assertThat(http.get("/platform/projection").text("/check/outcome/different")).isEqualTo("0");
    assertThat(http.get("/stores/" + id).json()).isEqualTo(shown);
    assertThat(shown.at("/timeline").findValuesAsString("detail"))
        .containsSubsequence("B", "A", "B");
  }

  private static int patchAs(String type, String id) {
    return http.send(
            http.request("/stores/" + id, "Content-Type", type)
                .method("PATCH", BodyPublishers.ofString("{\"name\": \"Typed too\"}")))
        .status();
  }

  private static String ready(String name) {
    var id = new StoreId(http.newStore(name));
    api.awaitRelayed();
    log.say(new StoreEvent.StoreStepCompleted(id, 1, Step.NAMESPACE, 1), api.clock.instant());
    log.say(new StoreEvent.StoreReady(id, 1, 1, 1), api.clock.instant());
    await().until(() -> http.get("/stores/" + id).text("/status").equals("ready"));
    return id.value();
  }

  private static List<String> types(String id) {
    api.awaitRelayed();
    return log.read(Topics.STORE_EVENTS, id).stream()
        .map(record -> EventLog.header(record, "ce_type"))
        .toList();
  }
}
