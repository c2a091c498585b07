package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop's chart is upgraded and rolled back under it: its orders stay, and it goes on selling. */
@Order(2)
class ChartUpgradeIT {

  private static final Duration READY = Duration.ofMinutes(5);

  @TempDir static Path folder;

  private static SoldShop shop;
  private static String id;
  private static String memoryBefore;

  @BeforeAll
  static void aShopHasSold() throws InterruptedException {
    Uruimi.up();
    shop = SoldShop.named("Upgrade & Sons");
    id = shop.id();
    memoryBefore = memoryOf(shopPod());
  }

  @AfterAll
  static void itIsDeleted() {
    if (shop != null) {
      shop.delete();
    }
  }

  @Test
  @Order(1)
  void aNewChartWithMoreMemoryKeepsTheOrders() throws Exception {
    var before = shopPod().getMetadata().getUid();
    var values =
        Files.writeString(
            folder.resolve("more.yaml"),
            """
            api:
              resources:
                requests: {cpu: 100m, memory: 448Mi}
                limits: {memory: 640Mi}
              heapMegabytes: 400
            """);

    var release =
        new Helm(chart("99.1.0"))
            .upgrade()
            .withName(namespace())
            .withNamespace(namespace())
            .withKubeConfig(kubeconfig())
            .withValuesFile(values)
            .reuseValues()
            .call();

    assertThat(release.getStatus()).isEqualTo("deployed");
    assertThat(release.getRevision()).isEqualTo("2");
    assertThat(release.getChart()).isEqualTo("medusa-99.1.0");
    awaitShopWith("640Mi");
    assertThat(shopPod().getMetadata().getUid()).isNotEqualTo(before);
    shop.assertTheOrderIsThere();
  }

  @Test
  @Order(2)
  void itSellsAgainAfterTheUpgrade() throws InterruptedException {
    shop.assertItSellsOn();
  }

  @Test
  @Order(3)
  void rolledBackItStillHasTheOrders() throws Exception {
    assertThat(helm("rollback", namespace(), "1", "--wait", "--timeout", "4m"))
        .contains("Rollback was a success");

    awaitShopWith(memoryBefore);
    assertThat(helm("history", namespace(), "--max", "1", "-o", "json"))
        .contains("\"revision\":3", "\"status\":\"deployed\"")
        .doesNotContain("99.1.0");
    shop.assertTheOrderIsThere();
  }

  @Test
  @Order(4)
  void theChartsOwnTestPasses() {
    Shops.assertHelmTestPasses(id);
  }

  @Test
  @Order(5)
  void thePlatformStillCallsItReady() {
    Api.follow(id, READY, Api.status("ready"));
  }

  private static String namespace() {
    return "store-" + id;
  }

  private static Path kubeconfig() {
    return Uruimi.state().resolve("kubeconfig");
  }

  /** One shop pod is left, it has this memory and it is ready. */
  private static void awaitShopWith(String memory) {
    await()
        .atMost(READY)
        .untilAsserted(
            () -> {
              assertThat(shopPods()).hasSize(1);
              assertThat(memoryOf(shopPod())).isEqualTo(memory);
              assertThat(shopPod().getStatus().getConditions())
                  .anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus()));
            });
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Shops.statusOf(namespace() + ".localhost") == 200);
  }

  private static Pod shopPod() {
    return shopPods().getFirst();
  }

  private static List<Pod> shopPods() {
    try (var cluster = new Cluster()) {
      return cluster
          .client()
          .pods()
          .inNamespace(namespace())
          .withLabel("app.kubernetes.io/component", "shop")
          .list()
          .getItems();
    }
  }

  private static String memoryOf(Pod pod) {
    return pod.getSpec().getContainers().stream()
        .filter(container -> container.getName().equals("api"))
        .map(container -> container.getResources().getLimits().get("memory"))
        .map(Quantity::toString)
        .findFirst()
        .orElseThrow();
  }

  /** The repository's chart, as its next version. */
  private static Path chart(String version) throws IOException {
    var source = Uruimi.repository().resolve("charts/medusa");
    var copy = folder.resolve("medusa");
    try (var files = Files.walk(source)) {
      for (var file : files.toList()) {
        Files.copy(file, copy.resolve(source.relativize(file).toString()));
      }
    }
    var description = copy.resolve("Chart.yaml");
    Files.writeString(
        description,
        Files.readString(description).replaceFirst("(?m)^version: .*$", "version: " + version));
    return copy;
  }

  private static String helm(String... arguments) throws Exception {
    return new HelmCli(namespace(), folder).run(arguments);
  }
}
