package dev.uruimi.api.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait for the next attempt, a fifth more or less, so that recipients that come back
 * are not met by all at once.
 *
 * @param pauses after the first attempt, the second and so on
 */
record RetryPolicy(List<Duration> pauses, RandomGenerator random) {

  private static final int SPREAD_PERCENT = 20;

  /**
   * The pause after an attempt, counted from 1; empty: no other one follows.
   *
   * @param attempt how many there were
   */
  Optional<Duration> after(int attempt) {
    if (attempt > pauses.size()) {
      return Optional.empty();
    }
    var percent = random.nextInt(100 - SPREAD_PERCENT, 100 + SPREAD_PERCENT + 1);
    return Optional.of(pauses.get(attempt - 1).multipliedBy(percent).dividedBy(100));
  }
}
