package dev.uruimi.local.process;

import java.time.Duration;

/** The one place that lets time pass. */
public interface Waiter {

  /** Real time. */
  Waiter REAL = duration -> Thread.sleep(duration);

  /** Returns after that time. */
  void pause(Duration duration) throws InterruptedException;

  /** Something that becomes true. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws InterruptedException;
  }

  /**
   * Looks every 50 ms.
   *
   * @return whether the condition held within the limit
   */
  default boolean until(Condition condition, Duration limit) throws InterruptedException {
    var step = Duration.ofMillis(50);
    for (var left = limit; !left.isNegative(); left = left.minus(step)) {
      if (condition.holds()) {
        return true;
      }
      pause(step);
    }
    return condition.holds();
  }
}
