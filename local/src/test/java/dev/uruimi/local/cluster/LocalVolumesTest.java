package dev.uruimi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalVolumesTest {

  private static final PersistentVolumeClaim CLAIM =
      new PersistentVolumeClaimBuilder()
          .withNewMetadata()
          .withNamespace("store-a")
          .withName("data")
          .withUid("11111111-2222-3333-4444-555555555555")
          .endMetadata()
          .withNewSpec()
          .withStorageClassName("uruimi-local")
          .withAccessModes("ReadWriteOnce")
          .withNewResources()
          .withRequests(Map.of("storage", new Quantity("1Gi")))
          .endResources()
          .endSpec()
          .build();

  private static final PersistentVolume VOLUME =
      LocalVolumes.volume(CLAIM, Path.of("/volumes/pvc-1"));

  private static PersistentVolume inPhase(String phase) {
    return new PersistentVolumeBuilder(VOLUME).withNewStatus().withPhase(phase).endStatus().build();
  }

  @Test
  void aClaimOfOurClassWithoutAVolumeWantsOne() {
    assertThat(LocalVolumes.wants(CLAIM)).isTrue();
  }

  @Test
  void aBoundClaimWantsNone() {
    var bound =
        new PersistentVolumeClaimBuilder(CLAIM)
            .editSpec()
            .withVolumeName("pvc-1")
            .endSpec()
            .build();

    assertThat(LocalVolumes.wants(bound)).isFalse();
  }

  @Test
  void aClaimOfAnotherClassOrOnItsWayOutWantsNone() {
    assertThat(
            LocalVolumes.wants(
                new PersistentVolumeClaimBuilder(CLAIM)
                    .editSpec()
                    .withStorageClassName("fast")
                    .endSpec()
                    .build()))
        .isFalse();
    assertThat(
            LocalVolumes.wants(
                new PersistentVolumeClaimBuilder(CLAIM)
                    .editMetadata()
                    .withDeletionTimestamp("2026-01-01T00:00:00Z")
                    .endMetadata()
                    .build()))
        .isFalse();
  }

  @Test
  void theVolumeIsForThisClaimOnly() {
    var reference = VOLUME.getSpec().getClaimRef();

    assertThat(reference.getNamespace()).isEqualTo("store-a");
    assertThat(reference.getUid()).isEqualTo(CLAIM.getMetadata().getUid());
    assertThat(VOLUME.getSpec().getHostPath().getPath()).isEqualTo("/volumes/pvc-1");
  }

  @Test
  void onlyAReleasedVolumeOfOursGoes() {
    assertThat(LocalVolumes.isReleased(inPhase("Released"))).isTrue();
    assertThat(LocalVolumes.isReleased(inPhase("Bound"))).isFalse();
    assertThat(LocalVolumes.isReleased(VOLUME)).isFalse();
    var theirs =
        new PersistentVolumeBuilder(inPhase("Released"))
            .editMetadata()
            .withAnnotations(Map.of())
            .endMetadata()
            .build();
    assertThat(LocalVolumes.isReleased(theirs)).isFalse();
  }
}
