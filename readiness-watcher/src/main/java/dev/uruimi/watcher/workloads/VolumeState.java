package dev.uruimi.watcher.workloads;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A volume claim as a page shows it.
 *
 * @param phase as Kubernetes calls it; {@code Terminating} while it is being deleted
 */
public record VolumeState(String name, String phase, long requestedBytes) {

  /** All of them, by name. */
  static List<VolumeState> of(Collection<PersistentVolumeClaim> claims) {
    return claims.stream()
        .map(VolumeState::of)
        .sorted(Comparator.comparing(VolumeState::name))
        .toList();
  }

  private static VolumeState of(PersistentVolumeClaim claim) {
    var status = claim.getStatus();
    var phase = status == null ? null : status.getPhase();
    var wanted = claim.getSpec() == null ? null : claim.getSpec().getResources();
    return new VolumeState(
        claim.getMetadata().getName(),
        claim.isMarkedForDeletion() ? "Terminating" : Objects.requireNonNullElse(phase, "Pending"),
        wanted == null || wanted.getRequests() == null
            ? 0
            : Quantities.whole(wanted.getRequests().get("storage")));
  }
}
