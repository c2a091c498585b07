package dev.uruimi.cleanup.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.cleanup.TestVolumes;
import dev.uruimi.events.Receipt;
import dev.uruimi.events.StoreId;
import dev.uruimi.testing.KubernetesServer;
import dev.uruimi.worker.record.Desired;
import dev.uruimi.worker.record.Removal;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecordDefinition;
import dev.uruimi.worker.record.StoreRecordSpec;
import dev.uruimi.worker.record.StoreRecords;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real API server. */
class SweepIT {

  private static final String PLATFORM = "uruimi-system";
  private static final Map<String, String> PART = Map.of("app.kubernetes.io/part-of", "uruimi");

  private static KubernetesServer kubernetes;
  private static KubernetesClient client;
  private static StoreRecords records;

  private final List<StoreId> removed = new ArrayList<>();
  private final List<HasMetadata> made = new ArrayList<>();
  private final StoreId id = StoreId.random(new SecureRandom());

  @BeforeAll
  static void aRealApiServer() {
    kubernetes = KubernetesServer.started();
    client = kubernetes.client();
    StoreRecordDefinition.ensure(client, PLATFORM);
    records = new StoreRecords(client, PLATFORM);
  }

  @AfterAll
  static void close() {
    kubernetes.close();
  }

  /** So that one orphan is no majority. */
  @BeforeEach
  void twoLiveStores() {
    for (int i = 0; i < 2; i++) {
      var live = StoreId.random(new SecureRandom());
      record(live, Desired.PRESENT);
      namespace(live.namespace(), ours(live));
    }
  }

  @AfterEach
  void cleanUp() {
    made.forEach(object -> client.resource(object).delete());
    client.resources(StoreRecord.class).inNamespace(PLATFORM).delete();
    client.namespaces().list().getItems().stream()
        .filter(n -> n.getMetadata().getName().startsWith("store-"))
        .forEach(
            n ->
                org.awaitility.Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> client.resource(n).get() == null));
  }

  @Test
  void aNamespaceWithoutARecordIsRememberedAndThenRemovedInTheOrdinaryWay() {
    namespace(id.namespace(), ours(id));

    var first = sweep(Duration.ofHours(1)).now(null);

    assertThat(first.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.removeAt()).isEqualTo(f.since().plus(Duration.ofHours(1))));
    assertThat(sweep(Duration.ofHours(1)).now(null).findings().getFirst().since())
        .isEqualTo(first.findings().getFirst().since());
    assertThat(removed).isEmpty();

    sweep(Duration.ZERO).now(null);

    assertThat(removed).containsExactly(id);
    assertThat(records.find(id)).get().satisfies(r -> assertThat(r.isTombstone()).isTrue());
  }

  @Test
  void hostileLookAlikesAreNeverTouched() {
    var other = StoreId.random(new SecureRandom());
    gone(id);
    var named = namespace(id.namespace(), Map.of("team", "shop"));
    var labelledOnly = namespace("payments-" + id, ours(other));
    var halfLabelled = namespace(other.namespace(), Map.of(StoreRecord.STORE_LABEL, other.value()));
    var wrong = namespace("store-" + "q".repeat(12), ours(other));
    var secret =
        create(
            new SecretBuilder()
                .withNewMetadata()
                .withName("sh.helm.release.v1." + other.namespace() + ".v1")
                .withNamespace("default")
                .addToLabels(Map.of("owner", "helm", "name", other.namespace()))
                .endMetadata()
                .build());
    var volume = create(volume("alike-" + id, id, Map.of(), "Delete"));
    var map =
        create(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("settings-" + id)
                .withNamespace(PLATFORM)
                .addToLabels(ours(other))
                .addToLabels(ClusterSight.EVIDENCE)
                .endMetadata()
                .build());
    var all = List.of(named, labelledOnly, halfLabelled, wrong, secret, volume, map);
    var before = all.stream().map(this::version).toList();

    var report = sweep(Duration.ZERO).now(null);

    assertThat(report.findings()).hasSizeGreaterThanOrEqualTo(6);
    assertThat(report.findings()).allSatisfy(f -> assertThat(f.removeAt()).isNull());
    assertThat(all.stream().map(this::version)).isEqualTo(before);
    assertThat(removed).isEmpty();
  }

  @Test
  void whatATombstoneCoversGoesAtOnceExceptWhatIsToBeRetained() {
    gone(id);
    namespace(id.namespace(), ours(id));
    var volume = create(volume("orphan-" + id, id, ours(id), "Delete"));
    var retained = create(volume("kept-" + id, id, ours(id), "Retain"));
    var evidence =
        create(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("evidence-" + id)
                .withNamespace(PLATFORM)
                .addToLabels(ours(id))
                .addToLabels(ClusterSight.EVIDENCE)
                .endMetadata()
                .build());

    sweep(Duration.ofHours(1)).now(null);

    assertThat(removed).containsExactly(id);
    var left = client.resource(volume).get();
    assertThat(left == null || left.isMarkedForDeletion()).isTrue();
    assertThat(client.resource(evidence).get()).isNull();
    assertThat(client.resource(retained).get().isMarkedForDeletion()).isFalse();
  }

  @Test
  void nothingIsRemovedWhenTheRecordsAreLostUntilSomebodyNamesTheirNumber() {
    client.resources(StoreRecord.class).inNamespace(PLATFORM).delete();

    var report = sweep(Duration.ZERO).now(null);

    assertThat(report.heldCount()).isEqualTo(2);
    assertThat(report.held()).contains("no store record");
    assertThat(removed).isEmpty();
    sweep(Duration.ZERO).now(7);
    assertThat(removed).isEmpty();
    sweep(Duration.ZERO).now(2);
    assertThat(removed).hasSize(2);
  }

  @Test
  void doesNothingWhileTheClusterIsNotWatched() {
    namespace(id.namespace(), ours(id));

    var report = sweep(Duration.ZERO, false).now(null);

    assertThat(report.skipped()).isNotNull();
    assertThat(report.sweptAt()).isNull();
    assertThat(removed).isEmpty();
  }

  @Test
  void doesNothingWhenTheRecordsCannotBeRead() {
    namespace(id.namespace(), ours(id));
    client.resources(StoreRecord.class).inNamespace(PLATFORM).delete();
    client
        .apiextensions()
        .v1()
        .customResourceDefinitions()
        .withName("storerecords.uruimi.dev")
        .delete();
    try {
      org.awaitility.Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> sweep(Duration.ZERO).now(null).skipped() != null);
      assertThat(removed).isEmpty();
    } finally {
      StoreRecordDefinition.ensure(client, PLATFORM);
    }
  }

  @Test
  void aStoreThatWasReadyAndHasNoNamespaceIsShown() {
    records.change(
        id,
        _ -> {
          var record = StoreRecord.of(new StoreRecordSpec(id, Desired.PRESENT, 1, null, null));
          return record.with(
              new dev.uruimi.worker.record.StoreRecordStatus(null, null, null, true, null));
        });

    assertThat(sweep(Duration.ZERO).now(null).findings())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.kind()).isEqualTo(Kind.RECORD);
              assertThat(f.removeAt()).isNull();
            });
  }

  private Sweep sweep(Duration grace) {
    return sweep(grace, true);
  }

  private Sweep sweep(Duration grace, boolean trusted) {
    return new Sweep(
        new ClusterSight(client, records, PLATFORM),
        new Judgement(grace, 10),
        new Removals(client, records, removed::add, PLATFORM),
        () -> trusted,
        Clock.systemUTC());
  }

  private void gone(StoreId store) {
    records.change(
        store,
        _ -> {
          var record = StoreRecord.of(new StoreRecordSpec(store, Desired.ABSENT, 1, null, null));
          var now = Instant.now();
          var removal = new Removal(1, now, Map.of(), null, new Receipt(Map.of(), 1, now));
          return record.with(record.getStatus().with(removal));
        });
  }

  private void record(StoreId store, Desired desired) {
    records.change(store, _ -> StoreRecord.of(new StoreRecordSpec(store, desired, 1, null, null)));
  }

  private static Map<String, String> ours(StoreId store) {
    var labels = new java.util.HashMap<>(PART);
    labels.put(StoreRecord.STORE_LABEL, store.value());
    return labels;
  }

  private HasMetadata namespace(String name, Map<String, String> labels) {
    return create(
        new NamespaceBuilder()
            .withNewMetadata()
            .withName(name)
            .withLabels(labels)
            .endMetadata()
            .build());
  }

  private static PersistentVolume volume(
      String name, StoreId store, Map<String, String> labels, String policy) {
    return TestVolumes.claimed(name, store, policy)
        .editMetadata()
        .withLabels(labels)
        .endMetadata()
        .build();
  }

  private <T extends HasMetadata> T create(T object) {
    var created = client.resource(object).create();
    made.add(created);
    return created;
  }

  /** Labels, annotations and whether it is to go: what a sweep could have changed. */
  private String version(HasMetadata object) {
    var metadata = client.resource(object).get().getMetadata();
    return "%s %s %s"
        .formatted(
            metadata.getLabels(), metadata.getAnnotations(), metadata.getDeletionTimestamp());
  }
}
