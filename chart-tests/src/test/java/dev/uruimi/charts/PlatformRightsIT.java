package dev.uruimi.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.marcnuri.helm.Helm;
import dev.uruimi.worker.record.StoreRecordDefinition;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each service may do in the cluster with the account that the chart gives it. */
class PlatformRightsIT {

  private static final String PLATFORM = PlatformVariant.NAMESPACE;
  private static final String BYSTANDER = "bystander";

  private static Cluster cluster;
  private static StoreUnderTest store;

  @BeforeAll
  static void thePlatformIsInstalledAndHasAStore() throws Exception {
    cluster = new Cluster();
    cluster.restricted(PLATFORM);
    cluster.restricted(BYSTANDER);
    new Helm(PlatformVariant.FOLDER)
        .install()
        .withName("uruimi")
        .withNamespace(PLATFORM)
        .withKubeConfig(cluster.kubeconfig())
        .set("ingress.host", "uruimi.example.net")
        .call();
    await().atMost(Duration.ofSeconds(30)).until(PlatformRightsIT::boundariesAreInForce);
    store = StoreUnderTest.of(Chart.MEDUSA, "maaaaaaaaa", "small");
    try (var provisioner = cluster.as("provisioner")) {
      Cluster.provision(provisioner, store);
    }
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void theProvisionerInstallsAShop() {
    try (var provisioner = cluster.as("provisioner")) {
      var objects = store.render().trees();

      assertThat(objects).isNotEmpty();
      objects.forEach(object -> Cluster.create(provisioner, object, store.namespace()));
    }
  }

  @Test
  void anUpgradeToProductionKeepsTheSecretThatTheChartMade() {
    var secret = cluster.client().secrets().inNamespace(PLATFORM).withName("uruimi");
    var made = secret.get().getData();
    assertThat(made)
        .containsOnlyKeys("log-in-token", "peers-token", "postgres-password", "webhooks-key")
        .allSatisfy(
            (key, value) ->
                assertThat(new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8))
                    .as(key)
                    .matches("[0-9a-f]{64}"));
    assertThat(made.values()).doesNotHaveDuplicates();

    new Helm(PlatformVariant.FOLDER)
        .upgrade()
        .withName("uruimi")
        .withNamespace(PLATFORM)
        .withKubeConfig(cluster.kubeconfig())
        .withValuesFile(PlatformVariant.FOLDER.resolve("values-prod.yaml"))
        .call();

    assertThat(secret.get().getData()).isEqualTo(made);
    assertThat(secret.get().getMetadata().getAnnotations())
        .containsEntry("helm.sh/resource-policy", "keep");
  }

  @Test
  void theStoreApiReadsTheCredentialsOfTheShopAndNoOtherSecret() {
    try (var api = cluster.as("store-api")) {
      var secrets = api.secrets().inNamespace(store.namespace());

      assertThat(secrets.withName("medusa-credentials").get().getData()).isNotEmpty();
      assertForbidden(() -> secrets.withName("medusa-database").get());
      assertForbidden(() -> api.secrets().inNamespace(PLATFORM).withName("uruimi").get());
      assertForbidden(() -> api.pods().inNamespace(store.namespace()).list());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"provisioner", "readiness-watcher", "cleanup"})
  void aWorkerFindsTheDefinitionOfItsRecordsAndMakesNone(String worker) {
    try (var client = cluster.as(worker)) {
      assertThatCode(() -> StoreRecordDefinition.ensure(client, PLATFORM))
          .doesNotThrowAnyException();
      assertForbidden(
          () ->
              client
                  .apiextensions()
                  .v1()
                  .customResourceDefinitions()
                  .withName("storerecords.uruimi.dev")
                  .delete());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"provisioner", "cleanup"})
  void nobodyTouchesANamespaceThatIsNoStores(String worker) {
    try (var client = cluster.as(worker)) {
      assertRefused(
          () ->
              client
                  .namespaces()
                  .withName(BYSTANDER)
                  .edit(
                      found ->
                          new NamespaceBuilder(found)
                              .editMetadata()
                              .addToLabels("uruimi.dev/store-id", "maaaaaaaab")
                              .endMetadata()
                              .build()),
          "this namespace is no store's");
      assertRefused(
          () -> client.configMaps().inNamespace(BYSTANDER).withName("kube-root-ca.crt").delete(),
          "and not the platform's");
      assertRefused(
          () -> client.secrets().inNamespace(PLATFORM).withName("uruimi").delete(),
          "of the platform's objects, only records, leases and evidence");
    }
  }

  @Test
  void theProvisionerMakesNoNamespaceThatIsNoStores() {
    try (var provisioner = cluster.as("provisioner")) {
      var named =
          new NamespaceBuilder()
              .withNewMetadata()
              .withName("store-maaaaaaaac")
              .addToLabels("uruimi.dev/store-id", "maaaaaaaad")
              .endMetadata()
              .build();

      assertRefused(() -> provisioner.resource(named).create(), "this namespace is no store's");
    }
  }

  @Test
  void onlyCleanupRemovesAStore() {
    cluster.provision(StoreUnderTest.of(Chart.MEDUSA, "maaaaaaaae", "small"));
    var name = "store-maaaaaaaae";
    for (var other : new String[] {"store-api", "provisioner", "readiness-watcher"}) {
      try (var client = cluster.as(other)) {
        assertForbidden(() -> client.namespaces().withName(name).delete());
      }
    }
    try (var cleanup = cluster.as("cleanup")) {
      cleanup.pods().inNamespace(name).delete();
      cleanup.namespaces().withName(name).delete();
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> cluster.client().namespaces().withName(name).get() == null);
  }

  @Test
  void theWatcherChangesNothingOfAStore() {
    try (var watcher = cluster.as("readiness-watcher")) {
      assertForbidden(() -> watcher.pods().inNamespace(store.namespace()).delete());
      assertForbidden(
          () -> watcher.secrets().inNamespace(store.namespace()).withName("medusa-database").get());
      assertThatCode(() -> watcher.pods().inAnyNamespace().list()).doesNotThrowAnyException();
    }
  }

  /** Policies work some moments after they are made. */
  private static boolean boundariesAreInForce() {
    try (KubernetesClient provisioner = cluster.as("provisioner")) {
      var map = new ConfigMapBuilder().withNewMetadata().withName("probe").endMetadata().build();
      provisioner.configMaps().inNamespace(BYSTANDER).resource(map).dryRun(true).create();
      return false;
    } catch (KubernetesClientException e) {
      return String.valueOf(e.getMessage()).contains("no store's");
    }
  }

  private static void assertForbidden(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(403))
        .hasMessageContaining("cannot");
  }

  private static void assertRefused(Runnable call, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining("boundaries.uruimi-system.uruimi.dev")
        .hasMessageContaining(message);
  }
}
