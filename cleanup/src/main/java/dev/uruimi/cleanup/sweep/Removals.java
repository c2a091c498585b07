package dev.uruimi.cleanup.sweep;

import dev.uruimi.events.StoreId;
import dev.uruimi.worker.record.Desired;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecordSpec;
import dev.uruimi.worker.record.StoreRecords;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries a sweep's verdict out. Namespaces go by the ordinary removal, with a tombstone and a
 * receipt; a record that appeared meanwhile saves them. Two sweeps at once do nothing twice.
 */
final class Removals {

  private final KubernetesClient client;
  private final StoreRecords records;
  private final Consumer<StoreId> ordinary;
  private final String platform;

  /**
   * @param ordinary has the ordinary removal look at a tombstone
   * @param platform the platform's namespace
   */
  Removals(
      KubernetesClient client, StoreRecords records, Consumer<StoreId> ordinary, String platform) {
    this.client = client;
    this.records = records;
    this.ordinary = ordinary;
    this.platform = platform;
  }

  void remove(Item item) {
    var id = Objects.requireNonNull(item.storeId());
    if (item.kind() == Kind.NAMESPACE) {
      entomb(id);
      return;
    }
    var found = records.find(id);
    if (found.isEmpty() || Standing.of(found.get()) == Standing.GONE) {
      object(item).delete();
    }
  }

  void remember(Item item, Instant now) {
    annotate(item, now.toString());
  }

  void forget(Item item) {
    annotate(item, null);
  }

  /** Marks a volume as a store's while its claim proves it. */
  void adopt(PersistentVolume volume, StoreId id) {
    client
        .resource(volume)
        .edit(
            v ->
                v.edit()
                    .editMetadata()
                    .addToLabels(StoreRecord.STORE_LABEL, id.value())
                    .endMetadata()
                    .build());
  }

  private void entomb(StoreId id) {
    records.change(
        id,
        found ->
            found == null
                ? StoreRecord.of(new StoreRecordSpec(id, Desired.ABSENT, 1, null, null))
                : null);
    ordinary.accept(id);
  }

  private void annotate(Item item, @Nullable String value) {
    object(item)
        .edit(
            object -> {
              var annotations = new java.util.TreeMap<>(object.getMetadata().getAnnotations());
              if (value == null) {
                annotations.remove(ClusterSight.ORPHAN_SINCE);
              } else {
                annotations.put(ClusterSight.ORPHAN_SINCE, value);
              }
              object.getMetadata().setAnnotations(annotations);
              return object;
            });
  }

  @SuppressWarnings("unchecked")
  private Resource<HasMetadata> object(Item item) {
    var resource =
        switch (item.kind()) {
          case NAMESPACE -> client.namespaces().withName(item.name());
          case VOLUME -> client.persistentVolumes().withName(item.name());
          case EVIDENCE -> client.configMaps().inNamespace(platform).withName(item.name());
          case RELEASE, RECORD -> throw new IllegalArgumentException("only shown: " + item.kind());
        };
    return (Resource<HasMetadata>) (Resource<? extends HasMetadata>) resource;
  }
}
