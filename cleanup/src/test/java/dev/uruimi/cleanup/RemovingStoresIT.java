package dev.uruimi.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreEvent.StoreDeleteFailed;
import dev.uruimi.events.StoreEvent.StoreDeleteRequested;
import dev.uruimi.events.StoreEvent.StoreDeleted;
import dev.uruimi.events.StoreId;
import dev.uruimi.testing.KubernetesServer;
import dev.uruimi.worker.reconcile.Outcome;
import dev.uruimi.worker.record.Claim;
import dev.uruimi.worker.record.Desired;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecordDefinition;
import dev.uruimi.worker.record.StoreRecordSpec;
import dev.uruimi.worker.record.StoreRecords;
import io.fabric8.kubernetes.api.model.APIService;
import io.fabric8.kubernetes.api.model.APIServiceBuilder;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real API server with its controllers. */
class RemovingStoresIT {

  private static final Duration GONE = Duration.ofSeconds(60);

  /** The namespace controller looks again within 8 s after finalizers, 6 s after a nudge. */
  private static final Duration SECONDS = Duration.ofSeconds(20);

  private static KubernetesServer kubernetes;
  private static KubernetesClient client;
  private static StoreRecords records;

  private final List<StoreEvent> said = new CopyOnWriteArrayList<>();
  private final Clock clock = Clock.systemUTC();
  private StoreId id;
  private RemovingStores removing;

  @BeforeAll
  static void aRealApiServer() {
    kubernetes = KubernetesServer.started();
    client = kubernetes.client();
    StoreRecordDefinition.ensure(client, "uruimi-system");
    records = new StoreRecords(client, "uruimi-system");
  }

  @AfterAll
  static void close() {
    kubernetes.close();
  }

  @BeforeEach
  void aCleanup() {
    id = StoreId.random(new SecureRandom());
    removing = removing(Duration.ofSeconds(60));
  }

  private RemovingStores removing(Duration stuckAfter) {
    Releases releases =
        store ->
            client.secrets().inNamespace(store.namespace()).withLabel("owner", "helm").delete();
    var inventory = new Inventory(client);
    return new RemovingStores(
        records,
        new Remains(client, inventory, releases, Duration.ofSeconds(1)),
        inventory,
        new Holding(client, inventory),
        new RemovalLog(records, (event, _) -> said.add(event), clock),
        clock,
        new RemovingStores.Patience(Duration.ofSeconds(30), stuckAfter),
        "cleanup/me");
  }

  @Test
  void takesAStoreAwayAndGivesAReceipt() {
    install();
    tombstone();

    settle();

    assertThat(client.namespaces().withName(id.namespace()).get()).isNull();
    assertThat(said)
        .singleElement()
        .isInstanceOfSatisfying(
            StoreDeleted.class,
            deleted ->
                assertThat(deleted.receipt().removed())
                    .containsEntry("Namespace", 1)
                    .containsEntry("Deployment", 1)
                    .containsEntry("PersistentVolumeClaim", 1)
                    .containsEntry("HelmRelease", 1));
    var status = records.find(id).orElseThrow().getStatus();
    assertThat(status.claim()).isNull();
    assertThat(status.removal().receipt()).isNotNull();
  }

  @Test
  void isDoneAtOnceWithAStoreThatNeverWas() {
    tombstone();

    assertThat(removing.reconcile(id)).isEqualTo(Outcome.settled());

    assertThat(said).singleElement().isInstanceOf(StoreDeleted.class);
  }

  @Test
  void saysNothingTwice() {
    tombstone();
    removing.reconcile(id);
    var version = records.find(id).orElseThrow().getMetadata().getResourceVersion();

    removing.reconcile(id);

    assertThat(said).hasSize(1);
    assertThat(records.find(id).orElseThrow().getMetadata().getResourceVersion())
        .isEqualTo(version);
  }

  @Test
  void saysItAgainWhenItDiedBeforeItWasWrittenDown() {
    tombstone();
    var dying =
        new RemovingStores(
            records,
            new Remains(client, new Inventory(client), _ -> {}, Duration.ofSeconds(1)),
            new Inventory(client),
            new Holding(client, new Inventory(client)),
            new RemovalLog(
                records,
                (event, _) -> {
                  said.add(event);
                  throw new IllegalStateException("killed");
                },
                clock),
            clock,
            new RemovingStores.Patience(Duration.ofSeconds(30), Duration.ofSeconds(60)),
            "cleanup/me");
    try {
      dying.reconcile(id);
    } catch (IllegalStateException _) {
      assertThat(said).hasSize(1);
    }

    settle();

    assertThat(said).hasSize(2);
    assertThat(said.getFirst().id()).isEqualTo(said.getLast().id());
  }

  @Test
  void waitsForWhoeverWorksOnTheStore() {
    install();
    tombstone();
    var until = clock.instant().plusSeconds(2);
    records.change(
        id, found -> found.with(found.getStatus().with(new Claim("provisioner/x", until))));

    assertThat(removing.reconcile(id)).isInstanceOf(Outcome.Again.class);
    assertThat(client.namespaces().withName(id.namespace()).get().isMarkedForDeletion()).isFalse();

    settle();
    assertThat(clock.instant()).isAfter(until);
  }

  @Test
  void takesAwayWhatAppearsLater() {
    tombstone();
    settle();
    install();

    settle();

    assertThat(client.namespaces().withName(id.namespace()).get()).isNull();
    assertThat(said).hasSize(1);
  }

  @Test
  void aNamespaceThatOnlyBearsTheNameOfAGoneStoreStays() {
    tombstone();
    settle();
    create(new NamespaceBuilder().withNewMetadata().withName(id.namespace()).endMetadata().build());

    settle();

    assertThat(client.namespaces().withName(id.namespace()).get().isMarkedForDeletion()).isFalse();
  }

  @Test
  void theReceiptTellsWhatWasThereAndWhatAppearedLater() {
    install();
    var asked =
        EventEnvelope.of(new StoreDeleteRequested(id, 1), "store-api", clock.instant(), null);
    new DeleteRequests(records).on(asked);
    removing.reconcile(id);
    create(configMap("late"));

    settle();

    var receipt = ((StoreDeleted) said.getFirst()).receipt();
    var existed = receipt.existed().getOrDefault("ConfigMap", 0);
    assertThat(receipt.removed().get("ConfigMap")).isEqualTo(existed + 1);
    assertThat(receipt.existed()).containsEntry("Deployment", 1);
    assertThat(receipt.kept()).isEmpty();
    assertThat(receipt.askedAt()).isBefore(receipt.verifiedAt());
  }

  @Test
  void aVolumeThatIsToBeRetainedIsKeptAndHoldsNothingUp() {
    var volume = create(volume("Retain"));
    try {
      install();
      tombstone();

      settle();

      var receipt = ((StoreDeleted) said.getFirst()).receipt();
      assertThat(receipt.kept()).isEqualTo(Map.of("PersistentVolume", 1));
      assertThat(receipt.removed()).doesNotContainKey("PersistentVolume");
      assertThat(client.resource(volume).get().isMarkedForDeletion()).isFalse();
    } finally {
      client.resource(volume).delete();
    }
  }

  @Test
  void namesTheObjectAndTheFinalizerThatHoldANamespaceOnceAndGoesOnWhenItClears() {
    install();
    create(configMap("held", "example.com/hold"));
    tombstone();
    removing = removing(Duration.ofSeconds(2));

    awaitSaid("ConfigMap held (example.com/hold)");
    removing.reconcile(id);
    removing.reconcile(id);
    assertThat(sentences())
        .containsOnlyOnce(
            "The namespace %s is still terminating: finalizers hold ConfigMap held (example.com/hold)"
                .formatted(id.namespace()));

    client
        .configMaps()
        .inNamespace(id.namespace())
        .withName("held")
        .edit(c -> c.edit().editMetadata().withFinalizers(List.of()).endMetadata().build());
    settleWithin(SECONDS);

    assertThat(said).last().isInstanceOf(StoreDeleted.class);
  }

  @Test
  void anotherFinalizerIsAnotherCause() {
    install();
    create(configMap("held", "example.com/one", "example.com/two"));
    tombstone();
    removing = removing(Duration.ofSeconds(2));
    awaitSaid("(example.com/one, example.com/two)");

    client
        .configMaps()
        .inNamespace(id.namespace())
        .withName("held")
        .edit(
            c ->
                c.edit()
                    .editMetadata()
                    .withFinalizers(List.of("example.com/two"))
                    .endMetadata()
                    .build());
    awaitSaid("(example.com/two)");

    assertThat(said).extracting(StoreEvent::id).doesNotHaveDuplicates();
    client
        .configMaps()
        .inNamespace(id.namespace())
        .withName("held")
        .edit(c -> c.edit().editMetadata().withFinalizers(List.of()).endMetadata().build());
    settleWithin(SECONDS);
  }

  @Test
  void namesTheApiServiceThatHoldsANamespaceAndGoesOnWhenItIsBack() {
    var service = create(unavailableApiService());
    try {
      await()
          .atMost(GONE)
          .until(
              () ->
                  client.resource(service).get().getStatus() != null
                      && !client.resource(service).get().getStatus().getConditions().isEmpty());
      install();
      tombstone();
      removing = removing(Duration.ofSeconds(2));

      awaitSaid("API services");
      assertThat(((StoreDeleteFailed) said.getLast()).reason().sentence())
          .contains("API services do not answer: v1.gone.example.com (ServiceNotFound)");
    } finally {
      client.resource(service).delete();
    }
    settleWithin(SECONDS);

    assertThat(said).last().isInstanceOf(StoreDeleted.class);
  }

  @Test
  void namesTheFinalizerThatHoldsAVolume() {
    var volume = create(volume("Delete"));
    client.resource(volume).delete();
    tombstone();
    removing = removing(Duration.ofMillis(1));

    awaitSaid("example.com/hold");
    assertThat(sentences())
        .singleElement()
        .asString()
        .contains(volume.getMetadata().getName())
        .doesNotContain("namespace");

    client
        .persistentVolumes()
        .withName(volume.getMetadata().getName())
        .edit(v -> v.edit().editMetadata().withFinalizers(List.of()).endMetadata().build());
    settleWithin(SECONDS);

    assertThat(said).last().isInstanceOf(StoreDeleted.class);
  }

  private void awaitSaid(String part) {
    await()
        .atMost(GONE)
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              removing.reconcile(id);
              return sentences().stream().anyMatch(sentence -> sentence.contains(part));
            });
  }

  private List<String> sentences() {
    return said.stream()
        .filter(StoreDeleteFailed.class::isInstance)
        .map(event -> ((StoreDeleteFailed) event).reason().sentence())
        .toList();
  }

  private void settleWithin(Duration limit) {
    await()
        .atMost(limit)
        .pollInterval(Duration.ofMillis(300))
        .until(() -> removing.reconcile(id) instanceof Outcome.Settled);
  }

  private static <T extends HasMetadata> T create(T object) {
    return client.resource(object).create();
  }

  private ConfigMap configMap(String name, String... finalizers) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(id.namespace())
        .withFinalizers(finalizers)
        .endMetadata()
        .build();
  }

  private PersistentVolume volume(String policy) {
    return TestVolumes.claimed("volume-of-" + id, id, policy)
        .editMetadata()
        .withFinalizers("Delete".equals(policy) ? List.of("example.com/hold") : List.of())
        .endMetadata()
        .build();
  }

  private static APIService unavailableApiService() {
    return new APIServiceBuilder()
        .withNewMetadata()
        .withName("v1.gone.example.com")
        .endMetadata()
        .withNewSpec()
        .withGroup("gone.example.com")
        .withVersion("v1")
        .withGroupPriorityMinimum(100)
        .withVersionPriority(100)
        .withInsecureSkipTLSVerify(true)
        .withNewService()
        .withNamespace("default")
        .withName("gone")
        .endService()
        .endSpec()
        .build();
  }

  private void settle() {
    await()
        .atMost(GONE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> removing.reconcile(id) instanceof Outcome.Settled);
  }

  private void tombstone() {
    records.change(id, _ -> StoreRecord.of(new StoreRecordSpec(id, Desired.ABSENT, 1, null, null)));
  }

  private void install() {
    var name = id.namespace();
    client
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels(StoreRecord.STORE_LABEL, id.value())
                .endMetadata()
                .build())
        .create();
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("data")
                .withNamespace(name)
                .endMetadata()
                .build())
        .create();
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("sh.helm.release.v1." + name + ".v1")
                .withNamespace(name)
                .addToLabels(Map.of("owner", "helm", "name", name, "version", "1"))
                .endMetadata()
                .build())
        .create();
    client
        .resource(
            new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName("data")
                .withNamespace(name)
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withNewResources()
                .addToRequests("storage", new Quantity("1Gi"))
                .endResources()
                .endSpec()
                .build())
        .create();
    client
        .resource(
            new DeploymentBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace(name)
                .endMetadata()
                .withNewSpec()
                .withReplicas(1)
                .withNewSelector()
                .addToMatchLabels("app", "web")
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "web")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage("web")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build())
        .create();
  }
}
