package dev.uruimi.worker.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.uruimi.events.StoreId;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.Map;

/**
 * What the workers know of a store: a custom resource in the platform's namespace, named like the
 * store's namespace. It outlives the store as its tombstone. Changed by compare-and-set only:
 * {@link StoreRecords#change}.
 */
@Group("uruimi.dev")
@Version("v1alpha1")
@Kind("StoreRecord")
@Plural("storerecords")
public class StoreRecord extends CustomResource<StoreRecordSpec, StoreRecordStatus>
    implements Namespaced {

  private static final long serialVersionUID = 1L;

  /** Label of everything that belongs to a store; its value is the store id. */
  public static final String STORE_LABEL = "uruimi.dev/store-id";

  /** A record that is not stored yet. */
  public static StoreRecord of(StoreRecordSpec spec) {
    var record = new StoreRecord();
    record.setMetadata(
        new ObjectMetaBuilder()
            .withName(spec.storeId().namespace())
            .addToLabels(Map.of(STORE_LABEL, spec.storeId().value()))
            .build());
    record.setSpec(spec);
    record.setStatus(StoreRecordStatus.EMPTY);
    return record;
  }

  /** The same record with another specification. */
  public StoreRecord with(StoreRecordSpec spec) {
    return copy(getMetadata(), spec, getStatus());
  }

  /** The same record with another status. */
  public StoreRecord with(StoreRecordStatus status) {
    return copy(getMetadata(), getSpec(), status);
  }

  /** The store it is about. */
  public StoreId storeId() {
    return getSpec().storeId();
  }

  /** Whether the store is to be gone. */
  @JsonIgnore
  public boolean isTombstone() {
    return getSpec().desired() == Desired.ABSENT;
  }

  @Override
  protected StoreRecordStatus initStatus() {
    return StoreRecordStatus.EMPTY;
  }

  private static StoreRecord copy(
      ObjectMeta metadata, StoreRecordSpec spec, StoreRecordStatus status) {
    var record = new StoreRecord();
    record.setMetadata(metadata);
    record.setSpec(spec);
    record.setStatus(status);
    return record;
  }
}
