package dev.uruimi.worker.cluster;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Begins with the wall clock's time and then only goes on, whatever the wall clock is set to. */
final class MonotonicClock extends Clock {

  private final Instant begin = Clock.systemUTC().instant();
  private final long origin = System.nanoTime();

  @Override
  public Instant instant() {
    return begin.plusNanos(System.nanoTime() - origin);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("an instant has no zone");
  }
}
