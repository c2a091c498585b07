package dev.uruimi.local.process;

import java.time.Duration;

/**
 * How long to wait before something is tried again: 0.2 s, doubling to 10 s; from the start again
 * after a try that lasted a minute.
 */
public final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration GOOD = Duration.ofMinutes(1);

  private Duration next = FIRST;

  /**
   * @param lasted how long the try lasted that has just ended
   */
  public Duration after(Duration lasted) {
    if (lasted.compareTo(GOOD) >= 0) {
      next = FIRST;
    }
    var pause = next;
    next = next.multipliedBy(2);
    if (next.compareTo(LONGEST) > 0) {
      next = LONGEST;
    }
    return pause;
  }
}
