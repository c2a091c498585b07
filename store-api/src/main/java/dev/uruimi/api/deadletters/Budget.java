package dev.uruimi.api.deadletters;

import java.time.Duration;

/** What a reader may still spend. */
final class Budget {

  private static final Duration LONGEST_POLL = Duration.ofMillis(500);

  private final long end;
  private long bytes;

  Budget(Duration time, long bytes) {
    this.end = System.nanoTime() + time.toNanos();
    this.bytes = bytes;
  }

  void spend(long read) {
    bytes -= read;
  }

  boolean isSpent() {
    return bytes <= 0 || System.nanoTime() - end >= 0;
  }

  /** How long to wait for more at most. */
  Duration left() {
    var left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    return left.compareTo(LONGEST_POLL) < 0 ? left : LONGEST_POLL;
  }
}
