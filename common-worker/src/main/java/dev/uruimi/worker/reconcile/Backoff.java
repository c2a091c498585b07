package dev.uruimi.worker.reconcile;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Growing pauses: doubled with every failure up to a longest one, then shortened by up to a quarter
 * at random, so that many stores don't come back at once.
 */
public record Backoff(Duration first, Duration longest, RandomGenerator random) {

  /**
   * @param failures how often it failed in a row, from 1
   */
  public Duration pause(int failures) {
    var doubled = first.multipliedBy(1L << Math.min(failures - 1, 20));
    var bounded = doubled.compareTo(longest) > 0 ? longest : doubled;
    return Duration.ofMillis((long) (bounded.toMillis() * (1 - random.nextDouble() / 4)));
  }
}
