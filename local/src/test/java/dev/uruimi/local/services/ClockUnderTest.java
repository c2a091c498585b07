package dev.uruimi.local.services;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Main class of a process that tells its wall clock, three times a second by its monotonic one. */
public final class ClockUnderTest {

  private ClockUnderTest() {}

  public static void main(String[] arguments) {
    while (true) {
      System.out.println(Instant.now());
      LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
    }
  }
}
