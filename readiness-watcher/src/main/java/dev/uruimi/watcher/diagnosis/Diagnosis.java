package dev.uruimi.watcher.diagnosis;

import dev.uruimi.events.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an observation means.
 *
 * @param finding how the store is
 * @param symptoms keys of everything that is wrong, ripe or not; to be remembered in {@link
 *     Observation#noticed()}
 * @param until when it may mean something else though nothing changes, or null
 */
public record Diagnosis(Finding finding, Set<String> symptoms, @Nullable Instant until) {

  /** How a store is. */
  public sealed interface Finding {}

  /** A customer can buy. */
  public record Healthy() implements Finding {}

  /**
   * Something is wrong for longer than it may be.
   *
   * @param causes the one to tell first; never empty
   */
  public record Failing(List<Reason> causes) implements Finding {}

  /** Neither can be said yet. */
  public record Waiting() implements Finding {}

  /** Judges an observation. */
  public static Diagnosis of(Observation observation, Graces graces) {
    var now = observation.at();
    var symptoms = SymptomTable.of(observation, graces);
    var keys = symptoms.stream().map(Symptom::key).collect(Collectors.toUnmodifiableSet());
    var earliest = earliest(observation, symptoms);
    var causes =
        symptoms.stream()
            .filter(symptom -> !ripe(symptom, observation, earliest).isAfter(now))
            .map(Symptom::reason)
            .toList();
    var until =
        symptoms.stream()
            .map(symptom -> ripe(symptom, observation, earliest))
            .filter(now::isBefore)
            .min(Instant::compareTo)
            .orElse(null);
    return new Diagnosis(finding(observation, causes), keys, until);
  }

  /**
   * A revision that was ready is not degraded before its pods are away for some time, whatever
   * keeps them away.
   */
  private static Instant earliest(Observation observation, List<Symptom> symptoms) {
    return symptoms.stream()
        .filter(symptom -> !observation.starting() && symptom.key().equals(PodsNotReady.KEY))
        .map(symptom -> symptom.ripe(observation))
        .findFirst()
        .orElse(Instant.MIN);
  }

  private static Instant ripe(Symptom symptom, Observation observation, Instant earliest) {
    var ripe = symptom.ripe(observation);
    return ripe.isAfter(earliest) ? ripe : earliest;
  }

  private static Finding finding(Observation observation, List<Reason> causes) {
    if (!causes.isEmpty()) {
      return new Failing(causes);
    }
    var probe = observation.probe();
    return observation.podsReady() && probe != null && probe.passed()
        ? new Healthy()
        : new Waiting();
  }
}
