package dev.uruimi.cleanup.sweep;

import dev.uruimi.cleanup.Volumes;
import dev.uruimi.events.StoreId;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecords;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the cluster for a sweep. */
final class ClusterSight {

  /** When something was first seen without a record: sweeps have no other memory. */
  static final String ORPHAN_SINCE = "uruimi.dev/orphan-since";

  static final Map<String, String> EVIDENCE = Map.of("app.kubernetes.io/component", "evidence");
  private static final String PART_OF = "app.kubernetes.io/part-of";
  private static final String PREFIX = "store-";
  private static final String RETAINED = "Its reclaim policy is Retain: its data are to be kept.";
  private static final String IN_USE = "A claim still uses it.";

  private final KubernetesClient client;
  private final StoreRecords records;
  private final String platform;

  /**
   * @param platform the platform's namespace
   */
  ClusterSight(KubernetesClient client, StoreRecords records, String platform) {
    this.client = client;
    this.records = records;
    this.platform = platform;
  }

  /**
   * Everything at once.
   *
   * @throws io.fabric8.kubernetes.client.KubernetesClientException when any of it cannot be read
   */
  Sight now() {
    var namespaces = client.namespaces().list().getItems();
    var owned =
        namespaces.stream()
            .filter(ClusterSight::isOurs)
            .map(namespace -> namespace.getMetadata().getName())
            .collect(Collectors.toSet());
    var items = new ArrayList<Item>();
    namespaces.stream().filter(ClusterSight::looksLikeAStores).map(this::item).forEach(items::add);
    releases().stream().map(secret -> release(secret, owned)).distinct().forEach(items::add);
    volumes().stream().map(this::item).forEach(items::add);
    client
        .configMaps()
        .inNamespace(platform)
        .withLabels(EVIDENCE)
        .list()
        .getItems()
        .forEach(map -> items.add(evidence(map)));
    // Last of all: what is made meanwhile has its record already.
    var standings =
        records.all().stream().collect(Collectors.toMap(StoreRecord::storeId, Standing::of));
    return new Sight(items, standings);
  }

  /**
   * Which stores the cluster has anything of. Records are read last: what is made meanwhile has
   * one.
   *
   * @throws io.fabric8.kubernetes.client.KubernetesClientException when any of it cannot be read
   */
  Presence presence() {
    var namespaces =
        client.namespaces().withLabel(StoreRecord.STORE_LABEL).list().getItems().stream()
            .filter(ClusterSight::isOurs)
            .flatMap(namespace -> Stream.ofNullable(labelled(namespace)))
            .toList();
    var there =
        records.all().stream()
            .filter(record -> Standing.of(record) != Standing.GONE)
            .map(StoreRecord::storeId)
            .toList();
    return new Presence(there, namespaces);
  }

  /** Volumes in use by stores that bear no label yet, so that no sweep knows them later. */
  List<PersistentVolume> unlabelledVolumes() {
    var owned =
        client.namespaces().withLabel(StoreRecord.STORE_LABEL).list().getItems().stream()
            .filter(ClusterSight::isOurs)
            .map(namespace -> namespace.getMetadata().getName())
            .collect(Collectors.toSet());
    return volumes().stream()
        .filter(ClusterSight::isBound)
        .filter(volume -> owned.contains(Volumes.claimNamespace(volume)))
        .filter(volume -> label(volume) == null)
        .toList();
  }

  private List<Secret> releases() {
    return client.secrets().inAnyNamespace().withLabel("owner", "helm").list().getItems().stream()
        .filter(secret -> idOf(secret.getMetadata().getLabels().get("name")) != null)
        .toList();
  }

  private List<PersistentVolume> volumes() {
    return client.persistentVolumes().list().getItems().stream()
        .filter(v -> label(v) != null || idOf(Volumes.claimNamespace(v)) != null)
        .toList();
  }

  private Item item(Namespace namespace) {
    var name = namespace.getMetadata().getName();
    var id = idOf(name);
    return item(
        Kind.NAMESPACE, namespace, id != null ? id : labelled(namespace), isOurs(namespace), null);
  }

  private static Item release(Secret secret, Set<String> owned) {
    var name = String.valueOf(secret.getMetadata().getLabels().get("name"));
    var namespace = secret.getMetadata().getNamespace();
    var ours = name.equals(namespace) && owned.contains(namespace);
    return new Item(
        Kind.RELEASE,
        namespace + "/" + name,
        idOf(name),
        ours,
        ours ? "It goes with its namespace." : null,
        Instant.EPOCH,
        null);
  }

  private Item item(PersistentVolume volume) {
    var id = idOf(Volumes.claimNamespace(volume));
    var ours = id != null && id.value().equals(label(volume));
    var keep = Volumes.isRetained(volume) ? RETAINED : isBound(volume) ? IN_USE : null;
    return item(Kind.VOLUME, volume, id != null ? id : labelled(volume), ours, keep);
  }

  private Item evidence(HasMetadata map) {
    var id = labelled(map);
    var ours =
        id != null
            && map.getMetadata().getName().equals("evidence-" + id)
            && "uruimi".equals(map.getMetadata().getLabels().get(PART_OF));
    return item(Kind.EVIDENCE, map, id, ours, null);
  }

  private static Item item(
      Kind kind, HasMetadata object, @Nullable StoreId id, boolean ours, @Nullable String keep) {
    var metadata = object.getMetadata();
    return new Item(
        kind,
        metadata.getName(),
        id,
        ours,
        keep,
        Instant.parse(metadata.getCreationTimestamp()),
        orphanSince(object));
  }

  private static boolean isOurs(Namespace namespace) {
    var id = labelled(namespace);
    return id != null
        && id.namespace().equals(namespace.getMetadata().getName())
        && "uruimi".equals(namespace.getMetadata().getLabels().get(PART_OF));
  }

  private static boolean looksLikeAStores(Namespace namespace) {
    return label(namespace) != null || idOf(namespace.getMetadata().getName()) != null;
  }

  private static boolean isBound(PersistentVolume volume) {
    return volume.getStatus() != null && "Bound".equals(volume.getStatus().getPhase());
  }

  private static @Nullable StoreId labelled(HasMetadata object) {
    var label = label(object);
    return label != null && StoreId.isValid(label) ? new StoreId(label) : null;
  }

  private static @Nullable String label(HasMetadata object) {
    var labels = object.getMetadata().getLabels();
    return labels == null ? null : labels.get(StoreRecord.STORE_LABEL);
  }

  private static @Nullable StoreId idOf(@Nullable String namespace) {
    return namespace != null
            && namespace.startsWith(PREFIX)
            && StoreId.isValid(namespace.substring(PREFIX.length()))
        ? new StoreId(namespace.substring(PREFIX.length()))
        : null;
  }

  private static @Nullable Instant orphanSince(HasMetadata object) {
    var annotations = object.getMetadata().getAnnotations();
    var text = annotations == null ? null : annotations.get(ORPHAN_SINCE);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException _) {
      // Not written by a sweep: seen for the first time, so written anew.
      return null;
    }
  }
}
