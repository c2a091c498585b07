package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.marcnuri.helm.Helm;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Everything of a WordPress shop but selling, on the real node: with WooCommerce where its archives
 * are at hand, else with Debian's WordPress and a double of the plugin. WooCommerce itself is only
 * tested by {@link WooCommerceIT}.
 */
@Order(2)
class WordPressIT {

  private static final Duration READY = Duration.ofMinutes(5);
  private static final Duration NOTICED = Duration.ofMinutes(2);

  private static final String SIGN = "merchants-own-plugin";
  private static final String PLUGIN =
      """
      <?php
      /* Plugin Name: Merchant's own */
      add_action('wp_head', static function (): void { echo '<meta name="%s" content="on">'; });
      """
          .formatted(SIGN);

  /** Breaks what customers see and not the admin, where WordPress would refuse to activate it. */
  private static final String FATAL =
      """
      <?php
      /* Plugin Name: Fatal */
      add_action('template_redirect', static function (): void { merchants_missing_function(); });
      """;

  private static String id;
  private static URI shop;
  private static Browser browser;
  private static WordPressAdmin admin;

  @BeforeAll
  static void aShopIsReady() {
    Uruimi.up();
    System.out.println(
        "e2e: WordPress is "
            + (Engines.isDouble()
                ? "Debian's, WooCommerce is a DOUBLE: it is not tested here"
                : "the one of the archives, with WooCommerce"));
    id = Api.create("Ann's Tea & Cakes", "wordpress");
    var store = Api.follow(id, READY, Api.status("ready", "failed")).getLast();
    assertThat(store.path("status").asString()).as("%s", store).isEqualTo("ready");
    shop = URI.create(store.path("urls").path("shop").asString());
    browser = new Browser(shop);
    admin = new WordPressAdmin(browser);
  }

  @AfterAll
  static void theBrowserIsClosed() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  @Order(1)
  void itsPagesHaveTheirOwnAddresses() {
    var product = Engines.isDouble() ? "/morning-mug/" : "/product/morning-mug/";

    var page = browser.get(product);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("Morning mug", "Ann&#039;s Tea &amp; Cakes")
        .doesNotContain("Tea & Cakes");
    assertThat(browser.get("/no-such-page/").status()).isEqualTo(404);
    assertThat(browser.get("/wp-config.php").status()).isEqualTo(403);
  }

  @Test
  @Order(2)
  void itIsServedUnderItsOwnHostAlone() {
    assertThat(shop.getHost()).isEqualTo("store-" + id + ".localhost");
    assertThat(Shops.statusOf("another.example")).isEqualTo(404);
    assertThat(Shops.statusOf("store-another.localhost")).isEqualTo(404);

    var page =
        browser.get(
            "/",
            Map.of("X-Forwarded-Host", "another.example", "X-Forwarded-Server", "another.example"));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains(shop.getAuthority()).doesNotContain("another.example");
  }

  @Test
  @Order(3)
  void theMerchantLogsInWithTheRevealedPassword() {
    var address = "http://" + shop.getAuthority();
    var credentials = Api.credentials(id);
    var user = credentials.path("username").asString();
    var password = credentials.path("password").asString();
    assertThat(Api.store(id).path("urls").path("admin").asString())
        .isEqualTo(address + "/wp-admin");
    assertThat(browser.get("/wp-admin/").location()).startsWith(address + "/wp-login.php");
    assertThat(admin.logIn(user, password + "x")).isEmpty();

    assertThat(admin.logIn(user, password)).isEqualTo(address + "/wp-admin/");

    assertThat(browser.get("/wp-admin/").status()).isEqualTo(200);
    try (var pods = new ShopPods(id)) {
      assertThat(pods.secret("wordpress-credentials", "wordpress-password")).isEqualTo(password);
    }
  }

  @Test
  @Order(4)
  void aMerchantsPluginIsThereAfterItsPodIsGone() {
    assertThat(browser.get("/").body()).doesNotContain(SIGN);
    admin.install(SIGN, PLUGIN);
    assertThat(browser.get("/").body()).contains(SIGN);

    try (var pods = new ShopPods(id)) {
      pods.delete("shop");
      pods.awaitReady("shop");
    }

    assertThePluginIsThere();
  }

  @Test
  @Order(5)
  void andAfterTheChartIsUpgraded() {
    try (var pods = new ShopPods(id)) {
      assertThat(pods.environment("shop", "SHOP_WORKERS")).isNotEqualTo("5");

      var release =
          new Helm(Uruimi.repository().resolve("charts/woocommerce"))
              .upgrade()
              .withName("store-" + id)
              .withNamespace("store-" + id)
              .withKubeConfig(Uruimi.state().resolve("kubeconfig"))
              .reuseValues()
              .set("shop.workers", 5)
              .call();

      assertThat(release.getStatus()).isEqualTo("deployed");
      assertThat(release.getRevision()).isEqualTo("2");
      await()
          .atMost(READY)
          .untilAsserted(
              () -> {
                assertThat(pods.of("shop")).hasSize(1);
                assertThat(pods.environment("shop", "SHOP_WORKERS")).isEqualTo("5");
              });
      pods.awaitReady("shop");
    }

    assertThePluginIsThere();
  }

  @Test
  @Order(6)
  void aWrongDatabasePasswordIsNamedAndHeals() {
    Api.follow(id, READY, Api.status("ready"));
    try (var pods = new ShopPods(id)) {
      pods.changeSecret("wordpress-database", "password", "another-password");
      pods.delete("shop");

      var store = Api.follow(id, NOTICED, degradedBy("database_password")).getLast();
      assertThat(store.path("error_reason").asString()).contains("1045");

      // The database takes the Secret's password when it starts.
      pods.delete("database");
      pods.awaitReady("database");
      pods.delete("shop");
      Api.follow(id, READY, Api.status("ready"));
      pods.awaitReady("shop");
    }
    assertThePluginIsThere();
  }

  @Test
  @Order(7)
  void aPluginsFatalErrorIsNamedAndHeals() {
    admin.install("merchants-fatal-plugin", FATAL);
    assertThat(browser.get("/").status()).isEqualTo(500);

    var store = Api.follow(id, NOTICED, degradedBy("shop_not_answering")).getLast();

    assertThat(store.path("error_reason").asString()).contains("the shop's page answers", "500");
    try (var pods = new ShopPods(id)) {
      assertThat(pods.log("shop"))
          .contains("PHP Fatal error", "merchants_missing_function", "merchants-fatal-plugin");
    }
    admin.deactivate("merchants-fatal-plugin");
    Api.follow(id, READY, Api.status("ready"));
    assertThePluginIsThere();
  }

  @Test
  @Order(8)
  void aDeletedShopLeavesNothingBehind() {
    Api.delete(id);

    Api.follow(id, Duration.ofMinutes(3), Api.status("deleted"));

    try (var cluster = new Cluster()) {
      cluster.assertNothingLeft(id);
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(Shops.statusOf(shop.getHost())).isEqualTo(404));
  }

  /** Its log-in is still good, too. */
  private static void assertThePluginIsThere() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(browser.get("/").status()).isEqualTo(200));
    assertThat(browser.get("/").body()).contains(SIGN);
    assertThat(admin.isActive(SIGN)).isTrue();
  }

  private static Predicate<JsonNode> degradedBy(String reason) {
    return store ->
        "degraded".equals(store.path("status").asString())
            && reason.equals(store.at("/reason/code").asString(""));
  }
}
