package dev.uruimi.cleanup;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import org.jspecify.annotations.Nullable;

/** What a persistent volume tells about itself. */
public final class Volumes {

  private Volumes() {}

  /** Namespace of the claim it is or was bound to, or null. */
  public static @Nullable String claimNamespace(PersistentVolume volume) {
    var claim = volume.getSpec() == null ? null : volume.getSpec().getClaimRef();
    return claim == null ? null : claim.getNamespace();
  }

  /** Whether whoever runs the cluster wants its data kept although its claim is gone. */
  public static boolean isRetained(PersistentVolume volume) {
    return "Retain".equals(volume.getSpec().getPersistentVolumeReclaimPolicy());
  }
}
