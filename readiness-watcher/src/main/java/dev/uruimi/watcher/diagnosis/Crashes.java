package dev.uruimi.watcher.diagnosis;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.watcher.diagnosis.Container.Ended;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Containers that end though they should run. A wrong database password and memory used up twice
 * are said at once; anything else may be a first crash that a restart cures.
 */
final class Crashes implements SymptomTable.Sign {

  private static final int MANY = 3;

  /** After that time of running the kubelet forgets crashes, too. */
  private static final Duration LONG = Duration.ofMinutes(10);

  @Override
  public Stream<Symptom> in(Observation observation, Graces graces) {
    return observation.troubledPods().stream()
        .flatMap(
            pod ->
                pod.containers().stream()
                    .map(container -> of(pod, container, graces, observation.at())))
        .flatMap(Stream::ofNullable)
        .sorted(Comparator.comparing(symptom -> rank(symptom.reason())));
  }

  private static int rank(Reason reason) {
    return switch (reason.known().orElseThrow()) {
      case DATABASE_PASSWORD -> 0;
      case OUT_OF_MEMORY -> 1;
      default -> 2;
    };
  }

  private static @Nullable Symptom of(Pod pod, Container container, Graces graces, Instant now) {
    var end = container.lastEnd();
    if (end == null || container.ready() || isFinished(pod, container, end)) {
      return null;
    }
    var key = "crash/" + pod.uid() + "/" + container.name();
    var cause = end.cause();
    if (cause != null && cause.kind() == CrashCause.Kind.DATABASE_PASSWORD) {
      var reason = Reason.of(ReasonCode.DATABASE_PASSWORD, Map.of("message", cause.sentence()));
      return Symptom.atOnce(key + "/password", reason);
    }
    if (isOutOfMemory(end) && container.ends() > 1) {
      var parameters = Map.of("container", container.name(), "pod", pod.name());
      return Symptom.atOnce(key + "/memory", Reason.of(ReasonCode.OUT_OF_MEMORY, parameters));
    }
    return pod.jobName() != null || seemsCured(container, end, now)
        ? null
        : crashLoop(key, pod, container, end, graces);
  }

  private static boolean isFinished(Pod pod, Container container, Ended end) {
    return end.exitCode() == 0 && (container.init() || pod.jobName() != null);
  }

  /** It runs again after a single crash, or since long: let it try. */
  private static boolean seemsCured(Container container, Ended end, Instant now) {
    var longAgo = end.at() != null && end.at().isBefore(now.minus(LONG));
    return container.state() instanceof Container.Running && (container.ends() < 2 || longAgo);
  }

  private static boolean isOutOfMemory(Ended end) {
    return end.reason().equals("OOMKilled")
        || end.cause() != null && end.cause().kind() == CrashCause.Kind.OUT_OF_MEMORY;
  }

  private static Symptom crashLoop(
      String key, Pod pod, Container container, Ended end, Graces graces) {
    var reason =
        Reason.of(
            ReasonCode.CRASH_LOOP,
            Map.of(
                "container", container.name(),
                "pod", pod.name(),
                "exitCode", String.valueOf(end.exitCode()),
                "message", message(end)));
    var grace = container.ends() >= MANY ? graces.crashAgain() : graces.crash();
    return new Symptom(key, reason, null, grace);
  }

  private static String message(Ended end) {
    if (end.cause() != null) {
      return end.cause().sentence();
    }
    return end.reason().equals("OOMKilled")
        ? "it used more memory than it may"
        : "its log says more";
  }
}
