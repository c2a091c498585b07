package dev.uruimi.watcher.evidence;

import dev.uruimi.events.StoreId;
import dev.uruimi.watcher.cluster.Reads;
import dev.uruimi.worker.record.StoreRecord;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of all stores: a ConfigMap {@code evidence-<id>} each, in the platform's namespace.
 * It belongs to the store's record, so that it goes with it at the latest.
 */
public final class Evidence implements Shelf {

  private static final Duration LIMIT = Duration.ofMillis(2200);
  private static final int CONFLICT = 409;
  private static final int TRIES = 10;
  private static final long PAGE = 20;
  private static final Map<String, String> LABELS =
      Map.of("app.kubernetes.io/part-of", "uruimi", "app.kubernetes.io/component", "evidence");

  private final KubernetesClient client;
  private final String namespace;

  /**
   * @param namespace the platform's
   */
  public Evidence(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  /**
   * What was captured of a store, newest first.
   *
   * @throws Reads.UnreadableException when the API server does not answer in time
   */
  public List<Capture> of(StoreId id) {
    try (var reads = Reads.within(LIMIT)) {
      return Captures.read(reads.start(() -> written(resource(id).get())).get());
    }
  }

  /** Whether there is a capture of this key. */
  @Override
  public boolean has(StoreId id, String key) {
    return written(resource(id).get()).containsKey(key);
  }

  /** Adds a capture, unless there is one of its key. */
  @Override
  public void keep(StoreRecord record, String key, Capture capture) {
    for (int tries = 0; tries < TRIES; tries++) {
      var found = resource(record.storeId()).get();
      if (written(found).containsKey(key)) {
        return;
      }
      try {
        store(found, wanted(found, record, Captures.with(written(found), key, capture)));
        return;
      } catch (KubernetesClientException e) {
        if (e.getCode() != CONFLICT) {
          throw e;
        }
      }
    }
    throw new KubernetesClientException("evidence of " + record.storeId() + " changes too often");
  }

  /** Removes what there is of a store. */
  @Override
  public void remove(StoreId id) {
    resource(id).delete();
  }

  /** The stores of which there is something. */
  Set<StoreId> stores() {
    var stores = new HashSet<StoreId>();
    @Nullable String next = null;
    do {
      var options = new ListOptionsBuilder().withLimit(PAGE).withContinue(next).build();
      var page = client.configMaps().inNamespace(namespace).withLabels(LABELS).list(options);
      page.getItems().stream()
          .map(found -> found.getMetadata().getLabels().getOrDefault(StoreRecord.STORE_LABEL, ""))
          .filter(StoreId::isValid)
          .forEach(id -> stores.add(new StoreId(id)));
      next = page.getMetadata().getContinue();
    } while (next != null && !next.isEmpty());
    return stores;
  }

  private void store(@Nullable ConfigMap found, ConfigMap wanted) {
    var resource = client.configMaps().inNamespace(namespace).resource(wanted);
    var _ = found == null ? resource.create() : resource.update();
  }

  private static ConfigMap wanted(
      @Nullable ConfigMap found, StoreRecord record, Map<String, String> captures) {
    if (found != null) {
      return new ConfigMapBuilder(found).withData(captures).build();
    }
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name(record.storeId()))
        .addToLabels(LABELS)
        .addToLabels(StoreRecord.STORE_LABEL, record.storeId().value())
        .addNewOwnerReference()
        .withApiVersion(record.getApiVersion())
        .withKind(record.getKind())
        .withName(record.getMetadata().getName())
        .withUid(record.getMetadata().getUid())
        .endOwnerReference()
        .endMetadata()
        .withData(captures)
        .build();
  }

  private static Map<String, String> written(@Nullable ConfigMap found) {
    return found == null ? Map.of() : Objects.requireNonNullElse(found.getData(), Map.of());
  }

  private Resource<ConfigMap> resource(StoreId id) {
    return client.configMaps().inNamespace(namespace).withName(name(id));
  }

  private static String name(StoreId id) {
    return "evidence-" + id;
  }
}
