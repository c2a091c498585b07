package dev.uruimi.worker.record;

import dev.uruimi.events.StoreId;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The records of all stores. */
public final class StoreRecords {

  private static final int CONFLICT = 409;
  private static final int TRIES = 50;

  private final KubernetesClient client;
  private final String namespace;

  /**
   * @param namespace the platform's namespace
   */
  public StoreRecords(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  /** The record as the API server has it now. */
  public Optional<StoreRecord> find(StoreId id) {
    return Optional.ofNullable(resource(id).get());
  }

  /** All records. */
  public List<StoreRecord> all() {
    return records().inNamespace(namespace).list().getItems();
  }

  /**
   * Compare-and-set: reads the record, lets the decision make another of it (or create one), and
   * stores that only if nobody changed the record meanwhile; else decides again on what is there
   * then.
   *
   * @param decision of the record as it is (null: none) gives the record as it shall be, or null to
   *     leave it alone. Must be pure: it may be asked several times
   * @return whether it was stored, and the record as it stands
   * @throws KubernetesClientException when the API server cannot be asked
   */
  public Change change(
      StoreId id, Function<@Nullable StoreRecord, @Nullable StoreRecord> decision) {
    for (int tries = 0; tries < TRIES; tries++) {
      var found = resource(id).get();
      var wanted = decision.apply(found);
      if (wanted == null) {
        return new Change(false, found);
      }
      try {
        return new Change(true, store(found, wanted));
      } catch (KubernetesClientException e) {
        if (e.getCode() != CONFLICT) {
          throw e;
        }
      }
    }
    throw new KubernetesClientException("record of store " + id + " changes too often");
  }

  /** Follows all records; the handler is told of every record at first and of every change. */
  public SharedIndexInformer<StoreRecord> follow(ResourceEventHandler<StoreRecord> handler) {
    return records().inNamespace(namespace).inform(handler);
  }

  private StoreRecord store(@Nullable StoreRecord found, StoreRecord wanted) {
    var resource = records().inNamespace(namespace).resource(wanted);
    return found == null ? resource.create() : resource.update();
  }

  private Resource<StoreRecord> resource(StoreId id) {
    return records().inNamespace(namespace).withName(id.namespace());
  }

  private MixedOperation<StoreRecord, KubernetesResourceList<StoreRecord>, Resource<StoreRecord>>
      records() {
    return client.resources(StoreRecord.class);
  }

  /**
   * What a compare-and-set came to.
   *
   * @param stored whether the decision was to write, and it is written
   * @param record as it stands now; null when there is none
   */
  public record Change(boolean stored, @Nullable StoreRecord record) {}
}
