package dev.uruimi.certify;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** The one place that sleeps. */
public final class PauseWaiter {

  private static final Duration STEP = Duration.ofMillis(500);

  private PauseWaiter() {}

  /** Lets time pass: a fault lasts, a request is asked again. */
  public static void pause(Duration duration) throws InterruptedException {
    Thread.sleep(duration);
  }

  /** Something that is looked at from outside. */
  @FunctionalInterface
  public interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  /**
   * Waits for a condition. A look that fails counts as not yet: what is looked at was just hurt.
   *
   * @return whether it held within the limit
   */
  public static boolean until(Condition condition, Duration limit, Clock clock)
      throws InterruptedException {
    var end = clock.instant().plus(limit);
    while (clock.instant().isBefore(end)) {
      if (holds(condition)) {
        return true;
      }
      Thread.sleep(STEP);
    }
    return false;
  }

  private static boolean holds(Condition condition) throws InterruptedException {
    try {
      return condition.holds();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
