package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.engines.EngineCatalogue;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The main job: a merchant asks for a shop, a customer buys in it, it is deleted without a trace.
 */
@Order(1)
class SellingShopIT {

  private static final Duration READY = Duration.ofMinutes(5);

  private static String id;
  private static Map<String, String> order;

  @BeforeAll
  static void thePlatformIsUp() {
    Uruimi.up();
  }

  @Test
  @Order(1)
  void aMerchantAsksForAShopAndSeesItComeUp() {
    id = Api.create("Ann's Tea & Cakes", "medusa");

    var seen = Api.follow(id, READY, Api.status("ready", "failed"));

    var store = seen.getLast();
    assertThat(store.path("status").asString()).as("%s", store).isEqualTo("ready");
    assertThat(store.path("readyAfterMillis").asLong()).isPositive();
    assertThat(store.path("timeline").valueStream().map(step -> step.path("step").asString()))
        .containsSubsequence("namespace", "guardrails", "secrets", "chart");
    report("POST to ready: %d ms".formatted(store.path("readyAfterMillis").asLong()));
  }

  @Test
  @Order(2)
  void aCustomerBuysAndTheMerchantSeesTheOrder() throws InterruptedException {
    var store = Api.store(id);
    var shop = URI.create(store.path("urls").path("shop").asString());
    assertThat(shop.getHost()).isEqualTo("store-" + id + ".localhost");
    var engine =
        EngineCatalogue.load(Uruimi.repository().resolve("engines"), _ -> null)
            .find("medusa")
            .orElseThrow();

    order = new Customer(id, Duration.ofSeconds(20)).takes(engine.sale(), Map.of());

    assertThat(order.get(engine.order().number())).matches("[0-9]+");
  }

  @Test
  @Order(3)
  void everyStoreHasKeysOfItsOwn() {
    try (var cluster = new Cluster()) {
      var secrets = cluster.client().secrets().inNamespace("store-" + id).list().getItems();

      assertThat(secrets)
          .anyMatch(
              secret ->
                  "medusa-credentials".equals(secret.getMetadata().getName())
                      && secret.getData().containsKey("publishable-key"));
    }
  }

  @Test
  @Order(4)
  void theChartsOwnTestPasses() {
    Shops.assertHelmTestPasses(id);
  }

  @Test
  @Order(5)
  void aDeletedStoreLeavesNothingBehind() {
    Api.delete(id);

    var gone = Api.follow(id, Duration.ofMinutes(3), Api.status("deleted")).getLast();

    report("DELETE to verified gone: %d ms".formatted(gone.at("/receipt/durationMillis").asLong()));
    assertThat(gone.at("/receipt/removed/Namespace").asInt()).isEqualTo(1);
    assertThat(gone.at("/receipt/removed/HelmRelease").asInt()).isEqualTo(1);
    try (var cluster = new Cluster()) {
      cluster.assertNothingLeft(id);
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(Shops.statusOf("store-" + id + ".localhost")).isEqualTo(404));
  }

  private static void report(String line) {
    System.out.println("e2e: " + line);
  }
}
