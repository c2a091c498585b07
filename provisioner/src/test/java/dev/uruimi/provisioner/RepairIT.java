package dev.uruimi.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A retry repairs what somebody took from a store that was ready. */
class RepairIT {

  private static final Map<String, Object> VALUES = Map.of("service", "shop", "greeting", "hello");

  private static Servers servers;
  private static KubernetesClient client;
  private static ConfigurableApplicationContext provisioner;

  private final ProvisionedStore store = new ProvisionedStore(servers);
  private final String namespace = store.id.namespace();

  @BeforeAll
  static void start() throws Exception {
    servers = new Servers();
    client = servers.kubernetes.client();
    provisioner = servers.provisioner("provisioner/src/test/engines");
  }

  @AfterAll
  static void stop() {
    provisioner.close();
    servers.close();
  }

  @BeforeEach
  void aReadyStore() {
    store.request(1, "tiny", VALUES);
    store.awaitInstalled(1);
    store.isReady(1);
  }

  @Test
  void ofANamespaceEverythingIsMadeAnew() {
    var before = store.credentials();
    client.namespaces().withName(namespace).delete();

    retry(1);

    assertThat(store.credentials().getData()).doesNotContainEntry("password", password(before));
    assertThat(deployment().get()).isNotNull();
    assertThat(client.services().inNamespace(namespace).withName("shop").get()).isNotNull();
  }

  @Test
  void ofHelmsReleaseTheObjectsAreTakenOver() {
    var before = store.credentials();
    var running = deployment().get().getMetadata().getUid();
    var data = volume();
    store.releases().forEach(release -> client.resource(release).delete());

    retry(1);

    assertThat(store.credentials()).isEqualTo(before);
    assertThat(deployment().get().getMetadata().getUid()).isEqualTo(running);
    assertThat(volume()).isEqualTo(data);
    assertThat(store.releaseStatuses()).containsExactly("deployed");
  }

  @Test
  void objectsThatWereDeletedAreThereAgain() {
    var before = store.credentials();
    var data = volume();
    deployment().delete();
    client.services().inNamespace(namespace).withName("shop").delete();
    client.network().v1().ingresses().inNamespace(namespace).withName("shop").delete();
    client.configMaps().inNamespace(namespace).withName("tiny").delete();
    client.network().v1().networkPolicies().inNamespace(namespace).delete();
    await().atMost(Duration.ofSeconds(30)).until(() -> deployment().get() == null);

    retry(2);

    assertThat(deployment().get()).isNotNull();
    assertThat(client.services().inNamespace(namespace).withName("shop").get()).isNotNull();
    assertThat(client.network().v1().ingresses().inNamespace(namespace).withName("shop").get())
        .isNotNull();
    assertThat(client.configMaps().inNamespace(namespace).withName("tiny").get()).isNotNull();
    assertThat(client.network().v1().networkPolicies().inNamespace(namespace).list().getItems())
        .hasSizeGreaterThanOrEqualTo(4);
    assertThat(store.credentials()).isEqualTo(before);
    assertThat(volume()).isEqualTo(data);
  }

  private void retry(int revision) {
    store.request(2, "tiny", VALUES);
    assertThat(store.awaitInstalled(2)).isEqualTo(revision);
    assertThat(store.saidIds()).doesNotHaveDuplicates();
  }

  private Resource<Deployment> deployment() {
    return client.apps().deployments().inNamespace(namespace).withName("shop");
  }

  private String volume() {
    return client
        .persistentVolumeClaims()
        .inNamespace(namespace)
        .withName("data")
        .get()
        .getMetadata()
        .getUid();
  }

  private static String password(io.fabric8.kubernetes.api.model.Secret secret) {
    return secret.getData().get("password");
  }
}
