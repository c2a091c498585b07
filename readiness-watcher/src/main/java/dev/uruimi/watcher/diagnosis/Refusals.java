package dev.uruimi.watcher.diagnosis;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pods that the API server refuses to make: by the namespace's quota, by pod security or by another
 * admission. The state counts (a workload that lacks pods), the events only explain it: they stay
 * for an hour.
 */
final class Refusals implements SymptomTable.Sign {

  @Override
  public Stream<Symptom> in(Observation observation, Graces graces) {
    var workloads =
        observation.workloads().stream()
            .filter(workload -> !observation.isFine(workload))
            .map(workload -> of(workload.title(), message(workload, observation), graces));
    var jobs =
        observation.jobs().stream()
            .filter(job -> observation.starting() && !job.complete())
            .filter(
                job -> observation.pods().stream().noneMatch(p -> job.name().equals(p.jobName())))
            .map(job -> of("Job " + job.name(), warning("Job", job.name(), observation), graces));
    return Stream.concat(workloads, jobs).flatMap(Stream::ofNullable);
  }

  private static @Nullable String message(Workload workload, Observation observation) {
    if (workload.refusal() != null) {
      return workload.refusal();
    }
    return workload.existing() < workload.wanted()
        ? warning(workload.kind(), workload.name(), observation)
        : null;
  }

  private static @Nullable String warning(String kind, String name, Observation observation) {
    var warning = observation.warning(kind, name, "FailedCreate");
    return warning == null ? null : warning.message();
  }

  private static @Nullable Symptom of(String object, @Nullable String message, Graces graces) {
    if (message == null) {
      return null;
    }
    var key = "refused/" + object;
    var text = Masking.mask(withoutPodName(message));
    if (message.contains("exceeded quota") || message.contains("failed quota")) {
      return Symptom.atOnce(key, Reason.of(ReasonCode.QUOTA_EXCEEDED, Map.of("message", text)));
    }
    var reason = Reason.of(ReasonCode.ADMISSION_REFUSED, Map.of("object", object, "message", text));
    return mayPass(message)
        ? new Symptom(key, reason, null, graces.creation())
        : Symptom.atOnce(key, reason);
  }

  /** What is missing may be on its way, and a webhook may come back. */
  private static boolean mayPass(String message) {
    return message.contains("not found")
        || message.contains("failed calling webhook")
        || message.contains("is being terminated")
        || !(message.contains("forbidden") || message.contains("denied"));
  }

  /** {@code pods "shop-5d4f-x2x" is forbidden: …}: the name differs with every try. */
  private static String withoutPodName(String message) {
    var start = message.indexOf("is forbidden: ");
    return start < 0 ? message : message.substring(start + "is forbidden: ".length());
  }
}
