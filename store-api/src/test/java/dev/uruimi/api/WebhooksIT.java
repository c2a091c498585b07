package dev.uruimi.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.uruimi.api.support.EventLog;
import dev.uruimi.api.support.HttpCalls;
import dev.uruimi.api.support.HttpCalls.Reply;
import dev.uruimi.api.support.Receiver;
import dev.uruimi.api.support.RunningApi;
import dev.uruimi.api.support.Servers;
import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.Receipt;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.testing.KafkaBroker;
import dev.uruimi.testing.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(Servers.class)
class WebhooksIT {

  private static final String NAME = "webhooks_it";
  private static final JsonMapper JSON = JsonMapper.shared();

  private static RunningApi api;
  private static RunningApi replica;
  private static HttpCalls http;
  private static EventLog log;

  private final Receiver receiver = new Receiver();

  @BeforeAll
  static void start(KafkaBroker kafka, PostgresServer postgres, @TempDir Path folder)
      throws Exception {
    var key = Files.writeString(folder.resolve("key"), "0123456789abcdef".repeat(4));
    String[] settings = {
      "--uruimi.webhooks.key-file=" + key,
      "--uruimi.webhooks.allowed-addresses=127.0.0.1/32",
      "--uruimi.webhooks.retries=100ms,100ms",
      "--uruimi.webhooks.poll=100ms",
      "--uruimi.webhooks.most=3"
    };
    api = RunningApi.onNewDatabase(kafka, postgres, NAME, settings);
    replica = RunningApi.on(kafka, postgres, NAME, settings);
    http = api.http();
    log = new EventLog(kafka);
  }

  @AfterAll
  static void stop() {
    log.close();
    replica.close();
    api.close();
  }

  @AfterEach
  void deleteAll() {
    items(http.get("/webhooks").json().at("/webhooks"))
        .forEach(webhook -> http.delete("/webhooks/" + webhook.at("/id").asString()));
    receiver.close();
  }

  @Test
  void aMessageTellsOfTheStoreAndIsSigned() throws Exception {
    var created = create("ready", "failed", "degraded", "deleted");
    var id = ready("Änn's 茶");
    var why = Map.of("image", "a/b:1", "message", "no");
    say(new StoreEvent.StoreDegraded(id, 1, 1, 2, Reason.of(ReasonCode.IMAGE_PULL, why)));
    var now = api.clock.instant();
    say(new StoreEvent.StoreDeleted(id, 1, new Receipt(Map.of("Namespace", 1), 5, now)));

    await().until(() -> receiver.messages.size() == 3);

    for (var message : receiver.messages) {
      assertThat(message.header("content-type")).isEqualTo("application/cloudevents+json");
      assertThat(message.header("webhook-signature"))
          .isEqualTo(signature(created.text("/secret"), message));
      assertThat(Long.parseLong(message.header("webhook-timestamp")))
          .isCloseTo(api.clock.instant().getEpochSecond(), within(60L));
    }
    var told = receiver.messages.stream().map(message -> JSON.readTree(message.body())).toList();
    assertThat(told)
        .extracting(event -> event.at("/type").asString())
        .containsExactlyInAnyOrder(
            "dev.uruimi.store.ready", "dev.uruimi.store.degraded", "dev.uruimi.store.deleted");
    assertThat(told)
        .allSatisfy(
            event -> {
              assertThat(event.at("/specversion").asString()).isEqualTo("1.0");
              assertThat(event.at("/subject").asString()).isEqualTo(id.value());
              assertThat(event.at("/data/storeId").asString()).isEqualTo(id.value());
              assertThat(event.at("/data/name").asString()).isEqualTo("Änn's 茶");
              assertThat(event.at("/data/url").asString())
                  .isEqualTo("http://store-%s.localhost/".formatted(id));
            })
        .anySatisfy(
            event -> {
              assertThat(event.at("/data/status").asString()).isEqualTo("degraded");
              assertThat(event.at("/data/reason/code").asString()).isEqualTo("image_pull");
            });
  }

  @Test
  void theSecretIsShownOnceAndKeptSealed() {
    var created = create("ready");
    var id = created.text("/id");
    var secret = created.text("/secret");

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("Location")).isEqualTo("/webhooks/" + id);
    assertThat(secret).startsWith("whsec_");
    assertThat(http.get("/webhooks/" + id).body() + http.get("/webhooks").body())
        .contains(receiver.url("/hook"))
        .doesNotContain("whsec_", "secret");
    assertThat(
            jdbc()
                .sql("select encode(sealed_secret, 'escape') from webhooks where id = :id")
                .param("id", id)
                .query(String.class)
                .single())
        .doesNotContain(secret.substring(6));
  }

  @Test
  void aRecipientThatFailsIsToldAgainUntilItTakesIt() {
    receiver.answerFirst(500);
    var id = create("ready").text("/id");
    ready("Retried");

    await().until(() -> onlyDelivery(id).at("/status").asString().equals("delivered"));

    var delivery = onlyDelivery(id);
    assertThat(delivery.at("/lastStatus").asInt()).isEqualTo(200);
    assertThat(delivery.at("/attempts").asInt()).isEqualTo(2);
    assertThat(receiver.messages).hasSize(2);
    assertThat(receiver.messages)
        .extracting(message -> message.header("webhook-id"))
        .containsOnly(delivery.at("/id").asString());
    assertThat(receiver.messages.stream().map(Receiver.Message::body).distinct()).hasSize(1);
  }

  @Test
  void whatNobodyTakesIsGivenUpAndSentAgainWhenAsked() {
    receiver.answer(302, "Location", "http://127.0.0.1/");
    var id = create("ready").text("/id");
    var store = ready("Given up");

    await().until(() -> onlyDelivery(id).at("/status").asString().equals("failed"));

    var delivery = onlyDelivery(id);
    assertThat(delivery.at("/attempts").asInt()).isEqualTo(3);
    assertThat(delivery.at("/lastStatus").asInt()).isEqualTo(302);
    assertThat(delivery.at("/nextAttempt").isNull()).isTrue();
    assertThat(delivery.at("/eventId").asString()).isEqualTo(store + "/1/ready/1");
    assertThat(receiver.messages).hasSize(3);
    receiver.answer(200);
    var asked =
        http.post(
            "/webhooks/%s/deliveries/%s/redeliver".formatted(id, delivery.at("/id").asString()),
            "");
    assertThat(asked.status()).isEqualTo(202);
    await().until(() -> onlyDelivery(id).at("/status").asString().equals("delivered"));
    assertThat(onlyDelivery(id).at("/attempts").asInt()).isEqualTo(4);
    assertThat(receiver.messages.getLast().header("webhook-id"))
        .isEqualTo(delivery.at("/id").asString());
  }

  @Test
  void whatTheLogSaysTwiceIsToldOnceByTwoReplicas() {
    var id = create("ready").text("/id");
    var store = requested("Once");
    var envelope = new StoreEvent.StoreReady(store, 1, 1, 1);
    say(envelope);
    say(envelope);
    // other stores lie in other partitions, of the other replica, too
    for (var number = 0; number < 10; number++) {
      ready("Beside " + number);
    }
    // the watcher says again that it is ready: no news
    say(new StoreEvent.StoreReady(store, 1, 1, 2));
    await().until(() -> logged(store).contains("\"epoch\":2"));
    assertThat(http.post("/platform/projection/rebuild", "").status()).isEqualTo(202);
    await().until(() -> http.get("/platform/projection").text("/rebuild/state").equals("done"));

    await()
        .until(
            () ->
                deliveries(id).stream()
                    .allMatch(delivery -> delivery.at("/status").asString().equals("delivered")));

    assertThat(deliveries(id)).hasSize(11);
    assertThat(deliveries(id)).allMatch(delivery -> delivery.at("/attempts").asInt() == 1);
    assertThat(receiver.messages).hasSize(11);
  }

  /** As in a database that was restored from a copy. */
  @Test
  void anEventThatIsAppliedAgainIsNotToldAgain() {
    var id = create("ready").text("/id");
    var store = requested("Applied again");
    var before = logged(store);
    say(new StoreEvent.StoreReady(store, 1, 1, 1));
    await().until(() -> onlyDelivery(id).at("/status").asString().equals("delivered"));
    jdbc()
        .sql("update stores set logged = cast(:logged as json) where id = :id")
        .param("logged", before)
        .param("id", store.value())
        .update();

    say(new StoreEvent.StoreReady(store, 1, 1, 1));

    await().until(() -> !logged(store).equals(before));
    assertThat(onlyDelivery(id).at("/attempts").asInt()).isEqualTo(1);
    assertThat(receiver.messages).hasSize(1);
  }

  @Test
  void onlyWhatWasAskedForIsToldAndOnlyWhatHappensFromThenOn() {
    var before = ready("Before");
    var id = create("failed").text("/id");
    say(new StoreEvent.StoreFailed(before, 1, "readiness-watcher", 2, reason()));

    await().until(() -> receiver.messages.size() == 1);

    assertThat(deliveries(id)).hasSize(1);
    assertThat(onlyDelivery(id).at("/eventType").asString()).isEqualTo("dev.uruimi.store.failed");
  }

  @Test
  void aDeletedWebhookIsToldNothingMore() {
    receiver.answer(500);
    var id = create("ready").text("/id");
    ready("Untold");
    await().until(() -> !receiver.messages.isEmpty());

    assertThat(http.delete("/webhooks/" + id).status()).isEqualTo(200);

    assertThat(http.get("/webhooks/" + id).status()).isEqualTo(404);
    assertThat(http.get("/webhooks/" + id + "/deliveries").status()).isEqualTo(404);
    assertThat(jdbc().sql("select count(*) from webhook_deliveries").query(Integer.class).single())
        .isZero();
    var told = receiver.messages.size();
    receiver.answer(200);
    create("ready");
    ready("Told to another");
    await().until(() -> receiver.messages.size() > told);
    assertThat(receiver.messages.getLast().body()).contains("Told to another");
  }

  @Test
  void aRecipientThatIsGoneIsLeftAlone() {
    receiver.answer(410);
    var id = create("ready").text("/id");
    ready("Gone");

    await().until(() -> !http.get("/webhooks/" + id).json().at("/disabled").isNull());
    await().until(() -> onlyDelivery(id).at("/status").asString().equals("failed"));

    var path = "/webhooks/%s/deliveries/%s/redeliver";
    var refused = http.post(path.formatted(id, onlyDelivery(id).at("/id").asString()), "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/type")).isEqualTo("urn:uruimi:problem:webhook-disabled");
    assertThat(receiver.messages).hasSize(1);
  }

  @Test
  void deliveriesComeInPages() {
    var id = create("ready").text("/id");
    ready("First");
    await().until(() -> deliveries(id).size() == 1);
    ready("Second");
    await().until(() -> deliveries(id).size() == 2);

    var first = http.get("/webhooks/" + id + "/deliveries?limit=1");
    var second =
        http.get("/webhooks/" + id + "/deliveries?limit=1&cursor=" + first.text("/nextCursor"));

    assertThat(first.text("/deliveries/0/id"))
        .isEqualTo(deliveries(id).get(0).at("/id").asString());
    assertThat(second.text("/deliveries/0/id"))
        .isEqualTo(deliveries(id).get(1).at("/id").asString());
    assertThat(second.json().at("/nextCursor").isNull()).isTrue();
    assertThat(http.get("/webhooks/" + id + "/deliveries?cursor=x").status()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://127.0.0.2/hook                  | leads to an address that is not public",
        "https://10.0.0.1/                      | leads to an address that is not public",
        "https://2130706434/                    | leads to an address that is not public",
        "https://169.254.169.254/latest         | leads to an address that is not public",
        "https://[::1]/                         | leads to an address that is not public",
        "https://[::ffff:10.0.0.1]/             | leads to an address that is not public",
        "http://8.8.8.8/                        | must be https",
        "ftp://127.0.0.1/                       | must begin with https:// or http://",
        "https://ann:secret@8.8.8.8/            | must not hold a user or password",
        "https:///hook                          | must name a host",
        "https://8.8.8.8:65536/                 | must name a port",
        "https://8.8.8.8/#top                   | must not hold a fragment",
        "https://nobody.invalid/                | names a host that is not known",
        "not a url                              | is no URL",
      })
  void aUrlThatMayNotBeToldIsNamed(String url, String why) {
    var refused =
        http.post(
            "/webhooks", JSON.writeValueAsString(Map.of("url", url, "events", List.of("ready"))));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/errors/0/field")).isEqualTo("url");
    assertThat(refused.text("/errors/0/detail")).contains(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"events\": [\"ready\"]}                                      | url",
        "{\"url\": 1, \"events\": [\"ready\"]}                          | url",
        "{\"url\": \"http://127.0.0.1/\"}                               | events",
        "{\"url\": \"http://127.0.0.1/\", \"events\": []}               | events",
        "{\"url\": \"http://127.0.0.1/\", \"events\": [\"ready\", 1]}   | events",
        "{\"url\": \"http://127.0.0.1/\", \"events\": [\"ready\", \"ready\"]} | events",
        "{\"url\": \"http://127.0.0.1/\", \"events\": [\"ready\"], \"x\": 1}  | x",
        "{\"url\": \"http://127.0.0.1/\", \"events\": [\"ready\"], \"description\": 1} | description",
      })
  void aWrongFieldIsNamed(String body, String field) {
    var refused = http.post("/webhooks", body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void thereMayBeSoManyAndNoMore() {
    create("ready");
    create("ready");
    create("ready");

    var refused = create("ready");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/type")).isEqualTo("urn:uruimi:problem:too-many-webhooks");
  }

  @Test
  void withoutAKeyNoneIsMadeAndTheRestWorks(KafkaBroker kafka, PostgresServer postgres) {
    try (var other = RunningApi.onNewDatabase(kafka, postgres, "webhooks_without_key")) {
      var refused =
          other
              .http()
              .post("/webhooks", "{\"url\": \"https://8.8.8.8/\", \"events\": [\"ready\"]}");

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.text("/type")).isEqualTo("urn:uruimi:problem:webhooks-not-set-up");
      assertThat(refused.text("/detail")).contains("WEBHOOKS_KEY_FILE");
      assertThat(other.http().get("/webhooks").status()).isEqualTo(200);
      assertThat(other.http().get("/stores").status()).isEqualTo(200);
    }
  }

  private Reply create(String... events) {
    return http.post(
        "/webhooks",
        JSON.writeValueAsString(Map.of("url", receiver.url("/hook"), "events", List.of(events))));
  }

  private static StoreId requested(String name) {
    var id = new StoreId(http.newStore(name));
    api.awaitRelayed();
    return id;
  }

  private static StoreId ready(String name) {
    var id = requested(name);
    say(new StoreEvent.StoreReady(id, 1, 1, 1));
    await().until(() -> http.get("/stores/" + id).text("/status").equals("ready"));
    return id;
  }

  private static String logged(StoreId id) {
    return jdbc()
        .sql("select logged from stores where id = :id")
        .param("id", id.value())
        .query(String.class)
        .single();
  }

  private static Reason reason() {
    return Reason.of(ReasonCode.IMAGE_PULL, Map.of("image", "a/b:1", "message", "no"));
  }

  private static void say(StoreEvent event) {
    log.say(event, api.clock.instant());
  }

  private static List<JsonNode> deliveries(String webhook) {
    return items(http.get("/webhooks/" + webhook + "/deliveries").json().at("/deliveries"));
  }

  private static JsonNode onlyDelivery(String webhook) {
    await().until(() -> !deliveries(webhook).isEmpty());
    assertThat(deliveries(webhook)).hasSize(1);
    return deliveries(webhook).getFirst();
  }

  private static List<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  /** As the page of Standard Webhooks tells a recipient to compute it. */
  private static String signature(String secret, Receiver.Message message) throws Exception {
    var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    var signed =
        message.header("webhook-id")
            + "."
            + message.header("webhook-timestamp")
            + "."
            + message.body();
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  private static JdbcClient jdbc() {
    return api.bean(JdbcClient.class);
  }
}
