package dev.uruimi.provisioner.reconcile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How this process claims stores.
 *
 * @param holder its name on claims
 * @param length of a claim, from each renewal
 * @param renewEvery how often it is renewed while at work
 */
public record ClaimTerms(String holder, Duration length, Duration renewEvery, Clock clock) {

  Instant now() {
    return clock.instant();
  }

  Instant end() {
    return now().plus(length);
  }

  /** Whether a claim with this end is old enough to be renewed. */
  boolean renewable(Instant until) {
    return !now().plus(length).minus(renewEvery).isBefore(until);
  }
}
