package dev.uruimi.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreEvent.StoreDeleteFailed;
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
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
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
    return new RemovingStores(
        records,
        new Remains(client, releases, Duration.ofSeconds(1)),
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
            new Remains(client, _ -> {}, Duration.ofSeconds(1)),
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
  void saysOnceWhatHoldsANamespaceAndGoesOnWhenThatClears() {
    install();
    client
        .secrets()
        .inNamespace(id.namespace())
        .withName("data")
        .edit(
            s ->
                new SecretBuilder(s)
                    .editMetadata()
                    .addToFinalizers("e2e/hold")
                    .endMetadata()
                    .build());
    tombstone();
    removing = removing(Duration.ofSeconds(2));

    await()
        .atMost(GONE)
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              removing.reconcile(id);
              return !said.isEmpty();
            });
    removing.reconcile(id);
    removing.reconcile(id);
    assertThat(said)
        .singleElement()
        .isInstanceOfSatisfying(
            StoreDeleteFailed.class,
            failed -> assertThat(failed.reason().code()).isEqualTo("namespace_stuck"));

    client
        .secrets()
        .inNamespace(id.namespace())
        .withName("data")
        .edit(
            s ->
                new SecretBuilder(s)
                    .editMetadata()
                    .removeFromFinalizers("e2e/hold")
                    .endMetadata()
                    .build());
    settle();

    assertThat(said).last().isInstanceOf(StoreDeleted.class);
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
