package dev.uruimi.cleanup;

import dev.uruimi.events.StoreId;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;

/** Volumes that belong to a claim of a store. */
public final class TestVolumes {

  private TestVolumes() {}

  /** One with a reclaim policy; the rest of its metadata is the test's. */
  public static PersistentVolumeBuilder claimed(String name, StoreId store, String policy) {
    return new PersistentVolumeBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .addToCapacity("storage", new Quantity("1Gi"))
        .withAccessModes("ReadWriteOnce")
        .withPersistentVolumeReclaimPolicy(policy)
        .withStorageClassName("none")
        .withNewHostPath("/nowhere", "")
        .withNewClaimRef()
        .withNamespace(store.namespace())
        .withName("data")
        .endClaimRef()
        .endSpec();
  }
}
