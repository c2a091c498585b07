package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.marcnuri.helm.Helm;
import dev.uruimi.engines.Engine;
import dev.uruimi.engines.ScenarioStep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * WooCommerce itself sells, on the real node. Its archives are in no package registry: where they
 * are not at hand nothing of this is tested, and that is said.
 */
@Order(2)
class WooCommerceIT {

  private static final Duration READY = Duration.ofMinutes(5);

  private static String id;
  private static Map<String, String> order;

  @BeforeEach
  void theArchivesAreAtHand() {
    assumeTrue(
        Stream.of("URUIMI_WORDPRESS_ARCHIVE", "URUIMI_WOOCOMMERCE_ARCHIVE")
                .map(System::getenv)
                .noneMatch(archive -> archive == null || archive.isBlank())
            && !Engines.isDouble(),
        "WooCommerce itself is not tested: URUIMI_WORDPRESS_ARCHIVE and URUIMI_WOOCOMMERCE_ARCHIVE"
            + " are not set");
  }

  @Test
  @Order(1)
  void aMerchantAsksForAShopAndSeesItComeUp() {
    Uruimi.up();

    id = Api.create("Bob's Mugs & More", "woocommerce");

    var store = Api.follow(id, READY, Api.status("ready", "failed")).getLast();
    assertThat(store.path("status").asString()).as("%s", store).isEqualTo("ready");
    report("WooCommerce, POST to ready: %d ms".formatted(store.path("readyAfterMillis").asLong()));
  }

  @Test
  @Order(2)
  void aCustomerBuysAndTheMerchantSeesTheOrder() throws InterruptedException {
    var started = System.nanoTime();

    order = run(engine().sale(), Map.of());

    report("WooCommerce, sale: %d ms".formatted((System.nanoTime() - started) / 1_000_000));
    assertThat(order.get(engine().order().number())).matches("[0-9]+");
  }

  @Test
  @Order(3)
  void theChartsOwnTestPasses() {
    Shops.assertHelmTestPasses(id);
  }

  @Test
  @Order(4)
  void theRevealedPasswordIsTheSecrets() {
    try (var pods = new ShopPods(id)) {
      assertThat(pods.secret("wordpress-credentials", "wordpress-password"))
          .hasSize(20)
          .isEqualTo(Api.credentials(id).path("password").asString());
    }
  }

  @Test
  @Order(5)
  void aRetryOfADegradedStoreChangesNoSecret() throws InterruptedException {
    try (var pods = new ShopPods(id)) {
      var secrets = pods.secrets();
      assertThat(secrets)
          .containsKeys("wordpress-credentials", "wordpress-salts", "wordpress-database");
      pods.deleteService("shop");
      Api.follow(id, READY, Api.status("degraded"));

      var answer = Api.send("POST", "/stores/" + id + "/retry", null, Map.of());

      assertThat(answer.status()).as(answer.body()).isEqualTo(202);
      var store = Api.follow(id, READY, Api.status("ready", "failed")).getLast();
      assertThat(store.path("status").asString()).as("%s", store).isEqualTo("ready");
      assertThat(store.path("attempt").asInt()).isEqualTo(2);
      assertThat(pods.secrets()).isEqualTo(secrets);
    }
    assertTheOrderIsThere();
  }

  @Test
  @Order(6)
  void scaledToZeroAndBackItStillHasTheOrder() throws InterruptedException {
    try (var pods = new ShopPods(id)) {
      pods.scale("shop", 0);
      pods.scale("database", 0);

      pods.scale("database", 1);
      pods.scale("shop", 1);

      pods.awaitReady("database");
      pods.awaitReady("shop");
    }
    Api.follow(id, READY, Api.status("ready"));
    assertTheOrderIsThere();
  }

  @Test
  @Order(7)
  void upgradedAndRolledBackItStillHasTheOrder(@TempDir Path folder) throws Exception {
    var namespace = "store-" + id;
    var release =
        new Helm(Uruimi.repository().resolve("charts/woocommerce"))
            .upgrade()
            .withName(namespace)
            .withNamespace(namespace)
            .withKubeConfig(Uruimi.state().resolve("kubeconfig"))
            .reuseValues()
            .set("shop.workers", 5)
            .call();

    assertThat(release.getStatus()).isEqualTo("deployed");
    try (var pods = new ShopPods(id)) {
      pods.awaitReady("shop");
      Api.follow(id, READY, Api.status("ready"));
      assertTheOrderIsThere();

      assertThat(
              new HelmCli(namespace, folder)
                  .run("rollback", namespace, "--wait", "--timeout", "4m"))
          .contains("Rollback was a success");

      pods.awaitReady("shop");
    }
    Api.follow(id, READY, Api.status("ready"));
    assertTheOrderIsThere();
  }

  @Test
  @Order(8)
  void aDeletedStoreLeavesNothingBehind() {
    Api.delete(id);

    Api.follow(id, Duration.ofMinutes(3), Api.status("deleted"));

    try (var cluster = new Cluster()) {
      cluster.assertNothingLeft(id);
    }
  }

  /** The merchant's part of the sale: everything from the log-in on. */
  private static void assertTheOrderIsThere() throws InterruptedException {
    var merchant =
        engine().sale().stream()
            .dropWhile(step -> !step.name().equals("open the merchant's log-in"))
            .toList();
    assertThat(merchant).hasSizeGreaterThan(2);
    var seen = run(merchant, Map.of("orderId", order.get("orderId")));
    assertThat(seen.get(engine().order().number())).isEqualTo(order.get(engine().order().number()));
  }

  private static Map<String, String> run(List<ScenarioStep> steps, Map<String, String> known)
      throws InterruptedException {
    return new Customer(id, Duration.ofSeconds(60)).takes(steps, known);
  }

  private static Engine engine() {
    return Engines.named("woocommerce");
  }

  private static void report(String line) {
    System.out.println("e2e: " + line);
  }
}
