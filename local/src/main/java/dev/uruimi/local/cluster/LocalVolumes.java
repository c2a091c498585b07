package dev.uruimi.local.cluster;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Which claims and volumes are ours, and what they look like. */
final class LocalVolumes {

  static final String STORAGE_CLASS = "uruimi-local";
  static final String PROVISIONER = "uruimi.dev/local";
  private static final String PROVISIONED_BY = "pv.kubernetes.io/provisioned-by";

  private LocalVolumes() {}

  /** Whether a volume is to be made for the claim. */
  static boolean wants(PersistentVolumeClaim claim) {
    var spec = claim.getSpec();
    return claim.getMetadata().getDeletionTimestamp() == null
        && STORAGE_CLASS.equals(spec.getStorageClassName())
        && (spec.getVolumeName() == null || spec.getVolumeName().isEmpty());
  }

  static String name(PersistentVolumeClaim claim) {
    return "pvc-" + claim.getMetadata().getUid();
  }

  /** Whether the volume is ours, its claim is gone, and it should go too. */
  static boolean isReleased(PersistentVolume volume) {
    var annotations = volume.getMetadata().getAnnotations();
    return annotations != null
        && PROVISIONER.equals(annotations.get(PROVISIONED_BY))
        && volume.getMetadata().getDeletionTimestamp() == null
        && volume.getStatus() != null
        && "Released".equals(volume.getStatus().getPhase())
        && "Delete".equals(volume.getSpec().getPersistentVolumeReclaimPolicy());
  }

  /** A volume for this claim only, on that folder; no size is enforced. */
  static PersistentVolume volume(PersistentVolumeClaim claim, Path folder) {
    var metadata = claim.getMetadata();
    return new PersistentVolumeBuilder()
        .withNewMetadata()
        .withName(name(claim))
        .withAnnotations(Map.of(PROVISIONED_BY, PROVISIONER))
        .endMetadata()
        .withNewSpec()
        .withStorageClassName(STORAGE_CLASS)
        .withPersistentVolumeReclaimPolicy("Delete")
        .withAccessModes(claim.getSpec().getAccessModes())
        .withVolumeMode("Filesystem")
        .withCapacity(
            Objects.requireNonNull(claim.getSpec().getResources().getRequests(), "requests"))
        .withNewClaimRef()
        .withApiVersion("v1")
        .withKind("PersistentVolumeClaim")
        .withNamespace(metadata.getNamespace())
        .withName(metadata.getName())
        .withUid(metadata.getUid())
        .endClaimRef()
        .withNewHostPath()
        .withPath(folder.toString())
        .withType("Directory")
        .endHostPath()
        .endSpec()
        .build();
  }
}
