package dev.uruimi.watcher.diagnosis;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import java.util.Map;
import java.util.stream.Stream;

/** Pods that no node takes, while a node may still come. */
final class Placement implements SymptomTable.Sign {

  @Override
  public Stream<Symptom> in(Observation observation, Graces graces) {
    return observation.troubledPods().stream()
        .flatMap(
            pod -> {
              var unschedulable = pod.unschedulable();
              return unschedulable == null
                  ? Stream.empty()
                  : Stream.of(of(pod, unschedulable, graces));
            });
  }

  private static Symptom of(Pod pod, Pod.Unschedulable unschedulable, Graces graces) {
    var reason =
        Reason.of(
            ReasonCode.UNSCHEDULABLE,
            Map.of("pod", pod.name(), "message", Masking.mask(unschedulable.message())));
    return new Symptom(
        "unschedulable/" + pod.uid(),
        reason,
        unschedulable.since(),
        unschedulable.waitsForVolume() ? graces.volume() : graces.scheduling());
  }
}
