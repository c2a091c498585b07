package dev.uruimi.watcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreEvent.StoreDegraded;
import dev.uruimi.events.StoreEvent.StoreFailed;
import dev.uruimi.events.StoreEvent.StoreInstalled;
import dev.uruimi.events.StoreEvent.StoreReady;
import dev.uruimi.testing.KubernetesServer;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole watcher on a real broker and a real API server; the test plays kubelet and ingress. */
class WatchingStoresIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  @TempDir static Path engines;
  private static WatcherUnderTest watcher;
  private static KubernetesServer kubernetes;
  private static KubernetesClient client;
  private static FakeIngress ingress;
  private static EventLog log;

  private InstalledStore store;

  @BeforeAll
  static void aWatcher() throws Exception {
    watcher =
        new WatcherUnderTest(
            engines,
            "--uruimi.watcher.grace.image-pull=1s",
            "--uruimi.watcher.grace.missing=2s",
            "--uruimi.watcher.grace.pods-running=1s");
    kubernetes = watcher.kubernetes;
    client = watcher.client;
    ingress = watcher.ingress;
    log = watcher.log;
  }

  @AfterAll
  static void close() {
    watcher.close();
  }

  @BeforeEach
  void aStore() {
    store = watcher.store();
  }

  private void aReadyStore() {
    store.withNamespace().withDeployment().recorded();
    store.podIsReady();
    ingress.open(store.host());
    awaitSaid(new StoreReady(store.id, 1, 1, 1));
  }

  private void awaitSaid(StoreEvent event) {
    await().atMost(SOON).until(() -> log.saidOf(store.id).contains(event));
    await().atMost(SOON).until(() -> store.verdict().published());
  }

  private <E extends StoreEvent> E awaitSaid(Class<E> type) {
    await().atMost(SOON).until(() -> log.saidOf(store.id).stream().anyMatch(type::isInstance));
    return log.saidOf(store.id).stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  /** For several rounds of whatever the watcher might do. */
  private void nothingMoreIsSaid() {
    var said = log.saidOf(store.id);
    await()
        .pollInterval(Duration.ofMillis(500))
        .during(Duration.ofSeconds(3))
        .atMost(SOON)
        .until(() -> log.saidOf(store.id).equals(said));
  }

  @Test
  void aStoreIsReadyOnceItsShopSells() {
    store.withNamespace().withDeployment().recorded();
    store.podIsReady();
    nothingMoreIsSaid();
    assertThat(log.saidOf(store.id)).isEmpty();

    ingress.open(store.host());

    awaitSaid(new StoreReady(store.id, 1, 1, 1));
    nothingMoreIsSaid();
    assertThat(log.saidOf(store.id)).hasSize(1);
    assertThat(ingress.requests(store.host() + " POST /carts")).isOne();
    assertThat(ingress.requests(store.host() + " GET /")).isGreaterThan(3);
    assertThat(store.record().getStatus().everReady()).isTrue();
  }

  @Test
  void anImageThatCannotBePulledFailsTheStoreAndIsNamed() {
    store.withNamespace().withDeployment().recorded();

    store.podWaits("ErrImagePull", "dial tcp 127.0.0.1:443: connect: connection refused");

    var failed = awaitSaid(StoreFailed.class);
    assertThat(failed.reason().sentence())
        .isEqualTo(
            "The image localhost/uruimi/nowhere:1 cannot be pulled: dial tcp 127.0.0.1:443: connect:"
                + " connection refused");
    assertThat(failed.by()).isEqualTo("readiness-watcher");

    store.podIsReady();
    ingress.open(store.host());
    awaitSaid(new StoreReady(store.id, 1, 1, 2));
  }

  @Test
  void theQuotasRefusalFailsTheStore() {
    store.withNamespace().withPodQuota("0").withDeployment().recorded();

    assertThat(awaitSaid(StoreFailed.class).reason().sentence())
        .isEqualTo(
            "The namespace's quota refuses a pod: exceeded quota: store, requested: pods=1, used:"
                + " pods=0, limited: pods=0");
  }

  @Test
  void podSecuritysRefusalFailsTheStore() {
    store
        .withNamespace(Map.of("pod-security.kubernetes.io/enforce", "restricted"))
        .withDeployment()
        .recorded();

    assertThat(awaitSaid(StoreFailed.class).reason().sentence())
        .startsWith("The cluster refuses Deployment shop: violates PodSecurity \"restricted");
  }

  @Test
  void aWrongDatabasePasswordFailsTheStoreAtOnce() {
    store.withNamespace().withDeployment().recorded();

    store.podEnded(1, 0, "password authentication failed for user \"medusa\" (28P01)");

    assertThat(awaitSaid(StoreFailed.class).reason().code()).isEqualTo("database_password");
  }

  @Test
  void aStoreDegradesWithItsPodAndRecoversWithIt() {
    aReadyStore();

    store.podEnded(137, 0, "");
    assertThat(awaitSaid(StoreDegraded.class).reason().code()).isEqualTo("pods_not_ready");
    store.podIsReady();

    awaitSaid(new StoreReady(store.id, 1, 1, 3));
    assertThat(log.saidOf(store.id)).hasSize(3);
    assertThat(ingress.requests(store.host() + " POST /carts")).isOne();
  }

  @Test
  void aStoreDegradesWhenItsShopStopsAnsweringAndRecovers() {
    aReadyStore();

    ingress.breakDown(store.host());
    assertThat(awaitSaid(StoreDegraded.class).reason().sentence())
        .isEqualTo(
            "The shop does not answer as it should at step \"the page answers\": status 500 instead"
                + " of [200]");
    ingress.open(store.host());

    awaitSaid(new StoreReady(store.id, 1, 1, 3));
  }

  @Test
  void aStoreWhoseNamespaceWasRemovedIsDegraded() {
    aReadyStore();

    client.namespaces().withName(store.id.namespace()).delete();

    assertThat(awaitSaid(StoreDegraded.class).reason().code()).isEqualTo("namespace_missing");
  }

  @Test
  void aDeadIngressIsNoStoresFault() {
    aReadyStore();

    ingress.down();
    nothingMoreIsSaid();
    assertThat(log.saidOf(store.id)).hasSize(1);
    ingress.up();

    nothingMoreIsSaid();
    assertThat(log.saidOf(store.id)).hasSize(1);
  }

  @Test
  void aRestartSaysNothingTwice() {
    aReadyStore();
    var before = store.record().getMetadata().getResourceVersion();

    watcher.restart();

    await().atMost(SOON).until(() -> ingress.requests(store.host() + " GET /") > 3);
    nothingMoreIsSaid();
    assertThat(log.saidOf(store.id)).hasSize(1);
    assertThat(store.record().getMetadata().getResourceVersion()).isEqualTo(before);
    assertThat(ingress.requests(store.host() + " POST /carts")).isOne();
  }

  @Test
  void historyIsNotWork() throws Exception {
    aReadyStore();
    log.write(new StoreInstalled(store.id, 1, 1, 5));
    await().atMost(SOON).until(() -> log.isTakenIn("readiness-watcher"));
    var events = log.all().size();
    var before = store.record().getMetadata().getResourceVersion();

    watcher.stop();
    log.reset("readiness-watcher");
    watcher.start();

    await().atMost(SOON).until(() -> log.isTakenIn("readiness-watcher"));
    nothingMoreIsSaid();
    assertThat(log.all()).hasSize(events);
    assertThat(store.record().getMetadata().getResourceVersion()).isEqualTo(before);
  }

  @Test
  void nothingIsSaidOfAStoreThatIsToBeGone() {
    store.withNamespace().withDeployment().recorded();
    store.deleted();
    ingress.open(store.host());

    store.podIsReady();

    nothingMoreIsSaid();
    assertThat(log.saidOf(store.id)).isEmpty();
    assertThat(store.verdict()).isNull();
    assertThat(ingress.requests(store.host() + " GET /")).isZero();
  }

  @Test
  void itGoesOnWhenTheApiServerComesBack() {
    aReadyStore();

    kubernetes.stop();
    await().atMost(SOON).until(() -> !watcher.isUp());
    kubernetes.start();
    await().atMost(Duration.ofSeconds(90)).until(watcher::isUp);

    assertThat(log.saidOf(store.id)).hasSize(1);
    store.podEnded(1, 0, "");
    awaitSaid(StoreDegraded.class);
  }
}
