package dev.uruimi.watcher.diagnosis;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Workloads without their pods, for whatever reason. */
final class PodsNotReady implements SymptomTable.Sign {

  static final String KEY = "pods";

  @Override
  public Stream<Symptom> in(Observation observation, Graces graces) {
    var behind = observation.workloads().stream().filter(w -> !observation.isFine(w)).toList();
    if (behind.isEmpty()) {
      return Stream.empty();
    }
    var names = behind.stream().map(Workload::title).collect(Collectors.joining(", "));
    var reason =
        Reason.of(
            ReasonCode.PODS_NOT_READY,
            Map.of("pods", names, "message", message(observation, behind.getFirst())));
    var grace = observation.starting() ? graces.podsStarting() : graces.podsRunning();
    return Stream.of(new Symptom(KEY, reason, null, grace));
  }

  private static String message(Observation observation, Workload workload) {
    var replicas = workload.ready() + " of " + workload.wanted() + " pods ready";
    return observation.troubledPods().stream()
        .filter(pod -> pod.jobName() == null)
        .flatMap(pod -> pod.containers().stream())
        .map(PodsNotReady::state)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .map(state -> replicas + "; " + state)
        .orElse(replicas);
  }

  private static @org.jspecify.annotations.Nullable String state(Container container) {
    return switch (container.state()) {
      case Container.Running _ -> null;
      case Container.Waiting(var why, _) -> "container " + container.name() + ": " + why;
      case Container.Ended ended when ended.exitCode() == 0 -> null;
      case Container.Ended ended ->
          "container " + container.name() + " ended with exit code " + ended.exitCode();
    };
  }
}
