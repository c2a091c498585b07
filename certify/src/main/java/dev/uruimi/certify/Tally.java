package dev.uruimi.certify;

import dev.uruimi.certify.invariants.Violation;
import dev.uruimi.certify.plan.Round;
import dev.uruimi.certify.report.InjectionResult;
import dev.uruimi.certify.report.RunResult;
import dev.uruimi.certify.stores.AcceptedRequest;
import dev.uruimi.certify.stores.RequestKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a run has found so far. A violation counts once, in the round that showed it first. */
final class Tally {

  private final CampaignSettings settings;
  private final Instant startedAt;
  private final int acceptedBefore;
  private final List<InjectionResult> injections = new ArrayList<>();
  private final Set<Violation> violations = new LinkedHashSet<>();

  /**
   * @param acceptedBefore requests that earlier runs made
   */
  Tally(CampaignSettings settings, Instant startedAt, int acceptedBefore) {
    this.settings = settings;
    this.startedAt = startedAt;
    this.acceptedBefore = acceptedBefore;
  }

  /** Notes a round and gives the violations that are new with it. */
  List<Violation> add(Round round, List<Outcome> outcomes, Convergence.Found found) {
    var fresh = new ArrayList<Violation>();
    for (var violation : found.violations()) {
      if (violations.add(violation)) {
        fresh.add(violation);
      }
    }
    var common = fresh.size();
    for (var outcome : outcomes) {
      var own = common;
      if (outcome.trouble() != null) {
        var violation =
            new Violation(
                "faults can be injected and undone",
                "fault " + outcome.fault() + ", round " + round.number(),
                outcome.trouble());
        violations.add(violation);
        fresh.add(violation);
        own++;
      }
      injections.add(result(round, outcome, found, own));
    }
    return fresh;
  }

  private static InjectionResult result(
      Round round, Outcome outcome, Convergence.Found found, int violations) {
    var took = outcome.skipped() == null ? found.took() : null;
    return new InjectionResult(
        round.number(),
        outcome.fault(),
        outcome.stores(),
        violations,
        took == null ? null : Long.valueOf(took.toMillis()),
        outcome.skipped());
  }

  /** The run as it stands. */
  RunResult result(List<AcceptedRequest> accepted, Instant now) {
    var mine = accepted.subList(Math.min(acceptedBefore, accepted.size()), accepted.size());
    return new RunResult(
        settings.name(),
        settings.seed(),
        settings.stores(),
        settings.pods(),
        startedAt,
        Duration.between(startedAt, now).toSeconds(),
        injections.stream().mapToInt(InjectionResult::round).max().orElse(0),
        mine.size(),
        (int) mine.stream().filter(it -> it.kind() == RequestKind.CREATE).count(),
        List.copyOf(injections),
        List.copyOf(violations));
  }
}
