package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Duration;
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

  private static SoldShop shop;
  private static String id;

  @BeforeAll
  static void aShopHasSold() throws InterruptedException {
    Uruimi.up();
    shop = SoldShop.named("Before the season");
    id = shop.id();
  }

  @AfterAll
  static void itIsDeleted() {
    if (shop != null) {
      shop.delete();
    }
  }

  @Test
  @Order(1)
  void itGrowsAndHasItsOrders() throws InterruptedException {
    resize("medium", 2);

    assertThat(memory()).isEqualTo("1Gi");
    shop.assertTheOrderIsThere();
  }

  @Test
  @Order(2)
  void itDoesNotShrinkWhileItRuns() throws InterruptedException {
    var answer = Api.send("PATCH", "/stores/" + id, "{\"plan\": \"small\"}", Map.of());

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("smaller than medium");
    assertThat(Api.store(id).path("status").asString()).isEqualTo("ready");
    shop.assertTheOrderIsThere();
  }

  @Test
  @Order(3)
  void itSellsOn() throws InterruptedException {
    shop.assertItSellsOn();
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
}
