package dev.uruimi.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Another plan for a shop that sells, with an engine and a chart of the repository. */
class ResizeIT {

  private static final String ENGINE = "medusa";
  private static final String CLASS = "expandable";

  private static Servers servers;
  private static KubernetesClient client;
  private static ConfigurableApplicationContext provisioner;

  private final ProvisionedStore store = new ProvisionedStore(servers);

  @BeforeAll
  static void start() throws Exception {
    servers = new Servers();
    client = servers.kubernetes.client();
    provisioner = servers.provisioner("engines");
  }

  @AfterAll
  static void stop() {
    provisioner.close();
    servers.close();
  }

  @Test
  void aShopGrowsAndShrinksInPlaceWithItsSecretsAndVolumes() {
    store.request(1, ENGINE, Map.of());
    store.awaitInstalled(1);
    store.isReady(1);
    var secrets = secrets();
    var volumes = volumes();
    assertThat(quota()).isEqualTo("2Gi");
    assertThat(memory()).isEqualTo("512Mi");

    store.resize(2, ENGINE, "medium");

    assertThat(store.awaitInstalled(2)).isEqualTo(2);
    assertThat(quota()).isEqualTo("4Gi");
    assertThat(memory()).isEqualTo("1Gi");
    assertThat(secrets()).hasSize(2).isEqualTo(secrets);
    assertThat(volumes()).isEqualTo(volumes);

    store.isReady(2);
    store.resize(3, ENGINE, "small");

    assertThat(store.awaitInstalled(3)).isEqualTo(3);
    assertThat(quota()).isEqualTo("2Gi");
    assertThat(memory()).isEqualTo("512Mi");
    assertThat(secrets()).isEqualTo(secrets);
    assertThat(volumes()).isEqualTo(volumes);
  }

  @Test
  void aVolumeGrowsWhereItsClassLetsItAndNeverShrinks() {
    makeDefaultClass();
    try {
      store.request(1, ENGINE, Map.of());
      store.awaitInstalled(1);
      claims().forEach(ResizeIT::bind);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> claims().stream().allMatch(it -> "Bound".equals(it.getStatus().getPhase())));
      store.isReady(1);

      store.resize(2, ENGINE, "medium");
      store.awaitInstalled(2);
      assertThat(volumes().values()).containsOnly(Quantity.parse("5Gi"));

      store.isReady(2);
      store.resize(3, ENGINE, "small");
      store.awaitInstalled(3);
      assertThat(volumes().values()).containsOnly(Quantity.parse("5Gi"));
      assertThat(memory()).isEqualTo("512Mi");
    } finally {
      client.storage().v1().storageClasses().withName(CLASS).delete();
    }
  }

  private String quota() {
    var quota = client.resourceQuotas().inNamespace(store.id.namespace()).withName("uruimi").get();
    return quota.getSpec().getHard().get("limits.memory").toString();
  }

  /** What the shop's pods may take. */
  private String memory() {
    var shop = client.apps().deployments().inNamespace(store.id.namespace()).withName("shop").get();
    return shop.getSpec().getTemplate().getSpec().getContainers().stream()
        .filter(container -> container.getName().equals("api"))
        .map(container -> container.getResources().getLimits().get("memory").toString())
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Secret> secrets() {
    return client.secrets().inNamespace(store.id.namespace()).list().getItems().stream()
        .filter(secret -> secret.getMetadata().getName().startsWith(ENGINE))
        .collect(Collectors.toMap(secret -> secret.getMetadata().getName(), secret -> secret));
  }

  /** Sizes by what tells one claim from another of its name. */
  private Map<String, Quantity> volumes() {
    return claims().stream()
        .collect(
            Collectors.toMap(
                claim -> claim.getMetadata().getUid(),
                claim -> claim.getSpec().getResources().getRequests().get("storage")));
  }

  private List<PersistentVolumeClaim> claims() {
    var claims = client.persistentVolumeClaims().inNamespace(store.id.namespace()).list();
    assertThat(claims.getItems()).hasSize(2);
    return claims.getItems();
  }

  private static void makeDefaultClass() {
    client
        .resource(
            new StorageClassBuilder()
                .withNewMetadata()
                .withName(CLASS)
                .addToAnnotations("storageclass.kubernetes.io/is-default-class", "true")
                .endMetadata()
                .withProvisioner("uruimi.dev/none")
                .withAllowVolumeExpansion(true)
                .build())
        .create();
  }

  /** Makes a volume for a claim; the cluster's controllers bind the two. */
  private static void bind(PersistentVolumeClaim claim) {
    client
        .resource(
            new PersistentVolumeBuilder()
                .withNewMetadata()
                .withName("volume-" + claim.getMetadata().getUid())
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .addToCapacity("storage", Quantity.parse("1Gi"))
                .withStorageClassName(CLASS)
                .withNewHostPath()
                .withPath("/nowhere")
                .endHostPath()
                .withNewClaimRef()
                .withKind("PersistentVolumeClaim")
                .withNamespace(claim.getMetadata().getNamespace())
                .withName(claim.getMetadata().getName())
                .endClaimRef()
                .endSpec()
                .build())
        .create();
  }
}
