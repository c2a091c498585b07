package dev.uruimi.certify.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.uruimi.certify.invariants.Violation;
import java.time.Instant;
import java.util.List;

/**
 * What a run found. Runs with the same campaign are one schedule, gone on with.
 *
 * @param campaign name of the schedule: what the sequence depends on
 * @param pods what the stores were made of: {@code simulated pods (engine bench)}
 * @param lastRound number of the last round that was finished, 0 before
 * @param requests accepted by the store API in this run
 * @param storesMade how many of them created a store
 */
public record RunResult(
    String campaign,
    long seed,
    int stores,
    String pods,
    Instant startedAt,
    long seconds,
    int lastRound,
    int requests,
    int storesMade,
    List<InjectionResult> injections,
    List<Violation> violations) {

  /** How many rounds it finished. */
  int rounds() {
    return (int) injections.stream().map(InjectionResult::round).distinct().count();
  }

  /** Whether something was found that must not be. */
  @JsonIgnore
  public boolean isViolated() {
    return !violations.isEmpty();
  }
}
