package dev.uruimi.api.preflight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Opens at a failure; after a pause one caller may try, and closes it or opens it again. */
final class Circuit {

  private final Clock clock;
  private final Duration pause;
  private Instant openUntil = Instant.EPOCH;
  private boolean failed;

  Circuit(Clock clock, Duration pause) {
    this.clock = clock;
    this.pause = pause;
  }

  /** Whether the caller may try. */
  synchronized boolean allows() {
    if (!failed) {
      return true;
    }
    if (clock.instant().isBefore(openUntil)) {
      return false;
    }
    openUntil = clock.instant().plus(pause);
    return true;
  }

  synchronized void succeeded() {
    failed = false;
  }

  /** Opens it; tells whether it was closed. */
  synchronized boolean failed() {
    var wasClosed = !failed;
    failed = true;
    openUntil = clock.instant().plus(pause);
    return wasClosed;
  }
}
