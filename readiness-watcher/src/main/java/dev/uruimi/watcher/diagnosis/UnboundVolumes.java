package dev.uruimi.watcher.diagnosis;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Claims that get no volume. One that waits for its first consumer is no trouble. */
final class UnboundVolumes implements SymptomTable.Sign {

  @Override
  public Stream<Symptom> in(Observation observation, Graces graces) {
    return observation.claims().stream()
        .filter(claim -> !claim.bound())
        .flatMap(claim -> of(claim, observation, graces));
  }

  private static Stream<Symptom> of(VolumeClaim claim, Observation observation, Graces graces) {
    var warning =
        observation.warning(
            "PersistentVolumeClaim", claim.name(), "ProvisioningFailed", "FailedBinding");
    var waiting =
        observation.troubledPods().stream()
            .map(Pod::unschedulable)
            .filter(Objects::nonNull)
            .filter(Pod.Unschedulable::waitsForVolume)
            .findFirst();
    if (warning == null && waiting.isEmpty() && !claim.nodeChosen()) {
      return Stream.empty();
    }
    var message =
        warning != null
            ? warning.message()
            : waiting.map(Pod.Unschedulable::message).orElse("its volume is not made yet");
    var reason =
        Reason.of(
            ReasonCode.VOLUME_UNBOUND,
            Map.of("claim", claim.name(), "message", Masking.mask(message)));
    return Stream.of(
        new Symptom("volume/" + claim.name(), reason, claim.created(), graces.volume()));
  }
}
