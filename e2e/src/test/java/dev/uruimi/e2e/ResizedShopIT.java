package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.engines.Engine;
import dev.uruimi.engines.EngineCatalogue;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A shop that sells gets larger plans, one after another: its orders stay. */
@Order(2)
class ResizedShopIT {

  private static final Duration READY = Duration.ofMinutes(5);
  private static final List<String> THE_MERCHANTS =
      List.of("log in as the merchant", "see the order as the merchant");

  private static String id;
  private static Map<String, String> order;

  @BeforeAll
  static void aShopHasSold() throws InterruptedException {
    Uruimi.up();
    id = Api.create("Before the season", "medusa");
    Api.follow(id, READY, Api.status("ready"));
    order = new Customer(id, Duration.ofSeconds(20)).takes(engine().sale(), Map.of());
  }

  @AfterAll
  static void itIsDeleted() {
    if (id != null) {
      Api.delete(id);
      Api.follow(id, READY, Api.status("deleted"));
    }
  }

  @Test
  @Order(1)
  void itGrowsAndHasItsOrders() throws InterruptedException {
    resize("medium", 2);

    assertThat(memory()).isEqualTo("1Gi");
    assertTheOrderIsThere();
  }

  @Test
  @Order(2)
  void itDoesNotShrinkWhileItRuns() throws InterruptedException {
    var answer = Api.send("PATCH", "/stores/" + id, "{\"plan\": \"small\"}", Map.of());

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("smaller than medium");
    assertThat(Api.store(id).path("status").asString()).isEqualTo("ready");
    assertTheOrderIsThere();
  }

  @Test
  @Order(3)
  void itSellsOn() throws InterruptedException {
    var next = new Customer(id, Duration.ofSeconds(20)).takes(engine().sale(), Map.of());

    assertThat(number(next)).isGreaterThan(number(order));
  }

  private static void resize(String plan, int attempt) {
    var body = "{\"plan\": \"%s\"}".formatted(plan);
    var tag = "\"%d\"".formatted(Api.store(id).path("version").asLong());
    var answer = Api.send("PATCH", "/stores/" + id, body, Map.of("If-Match", tag));
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    var seen = Api.follow(id, READY, store -> isThere(store, attempt));
    assertThat(seen.getLast().path("status").asString()).isEqualTo("ready");
    assertThat(seen.getLast().path("plan").asString()).isEqualTo(plan);
  }

  private static boolean isThere(JsonNode store, int attempt) {
    return store.path("attempt").asInt() == attempt && Api.status("ready", "failed").test(store);
  }

  private static void assertTheOrderIsThere() throws InterruptedException {
    var steps =
        engine().sale().stream().filter(step -> THE_MERCHANTS.contains(step.name())).toList();
    assertThat(steps).hasSameSizeAs(THE_MERCHANTS);
    new Customer(id, Duration.ofSeconds(20)).takes(steps, Map.of("orderId", order.get("orderId")));
  }

  private static int number(Map<String, String> captured) {
    return Integer.parseInt(captured.get(engine().order().number()));
  }

  /** What the one pod of the shop may take. */
  private static String memory() {
    try (var cluster = new Cluster()) {
      return cluster
          .client()
          .pods()
          .inNamespace("store-" + id)
          .withLabel("app.kubernetes.io/component", "shop")
          .list()
          .getItems()
          .stream()
          .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
          .flatMap(pod -> pod.getSpec().getContainers().stream())
          .filter(container -> container.getName().equals("api"))
          .map(container -> container.getResources().getLimits().get("memory"))
          .map(Quantity::toString)
          .reduce((one, other) -> one + " and " + other)
          .orElse("no pod");
    }
  }

  private static Engine engine() {
    return EngineCatalogue.load(Uruimi.repository().resolve("engines"), _ -> null)
        .find("medusa")
        .orElseThrow();
  }
}
