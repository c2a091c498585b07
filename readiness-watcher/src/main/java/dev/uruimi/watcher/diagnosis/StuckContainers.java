package dev.uruimi.watcher.diagnosis;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Containers that cannot be made: a Secret that is not there, a volume that cannot be mounted. */
final class StuckContainers implements SymptomTable.Sign {

  private static final Set<String> CANNOT_BE_MADE =
      Set.of(
          "CreateContainerConfigError",
          "CreateContainerError",
          "RunContainerError",
          "PreCreateHookError",
          "PostStartHookError");
  private static final Set<String> NOT_YET = Set.of("ContainerCreating", "PodInitializing");

  @Override
  public Stream<Symptom> in(Observation observation, Graces graces) {
    return observation.troubledPods().stream()
        .flatMap(
            pod ->
                pod.containers().stream()
                    .map(container -> of(pod, container, observation, graces))
                    .flatMap(Stream::ofNullable)
                    .limit(1));
  }

  private static @Nullable Symptom of(
      Pod pod, Container container, Observation observation, Graces graces) {
    if (!(container.state() instanceof Container.Waiting(var why, var said))) {
      return null;
    }
    var message =
        CANNOT_BE_MADE.contains(why)
            ? why + (said == null ? "" : ": " + said)
            : NOT_YET.contains(why) ? obstacle(pod, observation) : null;
    if (message == null) {
      return null;
    }
    var reason =
        Reason.of(
            ReasonCode.PODS_NOT_READY,
            Map.of(
                "pods",
                "Container " + container.name() + " of pod " + pod.name(),
                "message",
                Masking.mask(message)));
    return new Symptom("stuck/" + pod.uid(), reason, null, graces.stuck());
  }

  private static @Nullable String obstacle(Pod pod, Observation observation) {
    var warning =
        observation.warning(
            "Pod", pod.name(), "FailedMount", "FailedAttachVolume", "FailedCreatePodSandBox");
    return warning == null ? null : warning.reason() + ": " + warning.message();
  }
}
