package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An engine is one folder and no code: a shop window of the tests' own ({@code
 * e2e/src/test/engines/window}, dropped in by {@link Engines}) is offered, made, reached and
 * deleted like any other shop.
 */
@Order(2)
class ThirdEngineIT {

  private static String id;
  private static String host;

  @BeforeAll
  static void thePlatformIsUp() {
    Uruimi.up();
  }

  @Test
  @Order(1)
  void itIsOfferedWithAllThatACustomerOfTheApiNeeds() {
    var engine = engine();

    assertThat(engine.path("title").asString()).isEqualTo("Shop window");
    assertThat(engine.path("version").asString()).isEqualTo("1.0.0");
    assertThat(engine.at("/plans/small/resources/cpuMillis").asInt()).isEqualTo(200);
    assertThat(engine.at("/plans/small/resources/memoryBytes").asLong()).isEqualTo(256L << 20);
    assertThat(engine.at("/valuesSchema/properties").propertyNames())
        .containsExactly("greeting", "stars");
    assertThat(Api.send("GET", engine.path("picture").asString(), null, Map.of()).type())
        .isEqualTo("image/svg+xml");
  }

  @Test
  @Order(2)
  void aValueThatIsNotForMerchantsIsRefused() {
    var answer = create(Map.of("image", "localhost/evil", "stars", 5));

    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.json().at("/errors").size()).isEqualTo(1);
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("#/values/image");
  }

  @Test
  @Order(3)
  void aValueThatTheChartDoesNotTakeIsRefused() {
    var answer = create(Map.of("greeting", "Hello", "stars", 6));

    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("#/values/stars");
  }

  @Test
  @Order(4)
  void aStoreOfItBecomesReady() {
    var created = create(Map.of("greeting", "Tea & <b>${host}</b> {{ cake }}", "stars", 3));
    assertThat(created.status()).as(created.body()).isEqualTo(202);
    id = created.json().path("id").asString();

    var store = Api.follow(id, Duration.ofMinutes(3), Api.status("ready", "failed")).getLast();

    assertThat(store.path("status").asString()).as("%s", store).isEqualTo("ready");
    assertThat(store.at("/values/stars").asInt()).isEqualTo(3);
    host = URI.create(store.at("/urls/shop").asString()).getHost();
  }

  @Test
  @Order(5)
  void itsPageAnswersUnderItsHostAndSaysWhatTheMerchantChose() {
    assertThat(host).isEqualTo("store-" + id + ".localhost");

    assertThat(Shops.pageOf(host))
        .contains("<title>Anna&#39;s window</title>")
        .contains("Tea &amp; &lt;b&gt;${host}&lt;/b&gt; {{ cake }} ***");
  }

  @Test
  @Order(6)
  void aDeletedStoreLeavesNothingBehind() {
    Api.delete(id);

    var gone = Api.follow(id, Duration.ofMinutes(3), Api.status("deleted")).getLast();

    assertThat(gone.at("/receipt/removed/Namespace").asInt()).isEqualTo(1);
    try (var cluster = new Cluster()) {
      cluster.assertNothingLeft(id);
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(Shops.statusOf(host)).isEqualTo(404));
  }

  @Test
  @Order(7)
  void aBadEngineKeepsThePlatformFromStartingAndSaysWhere(
      @org.junit.jupiter.api.io.TempDir java.nio.file.Path engines) throws Exception {
    var file = Files.createDirectory(engines.resolve("bad")).resolve("engine.yaml");
    Files.writeString(file, "name: bad\ntitle: Bad\ncolour: red\n");

    var run = Uruimi.run(Duration.ofMinutes(2), Map.of("ENGINES_DIRECTORY", "" + engines), "up");

    assertThat(run.exit()).isNotZero();
    assertThat(run.err()).contains(file + ":3: colour is not known here");
  }

  private static Api.Answer create(Map<String, Object> values) {
    var body = Map.of("name", "Anna's window", "engine", "window", "values", values);
    return Api.send("POST", "/stores", JsonMapper.shared().writeValueAsString(body), Map.of());
  }

  private static JsonNode engine() {
    var answer = Api.send("GET", "/engines", null, Map.of());
    return answer
        .json()
        .path("engines")
        .valueStream()
        .filter(engine -> "window".equals(engine.path("name").asString()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(answer.body()));
  }
}
