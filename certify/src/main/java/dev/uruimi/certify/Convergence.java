package dev.uruimi.certify;

import dev.uruimi.certify.invariants.Invariants;
import dev.uruimi.certify.invariants.Violation;
import dev.uruimi.certify.snapshot.SnapshotReader;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waits until everything is as it must be after faults. */
final class Convergence {

  private static final Duration STEP = Duration.ofMillis(500);

  private final SnapshotReader reader;
  private final Clock clock;

  Convergence(SnapshotReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * What was found in the end.
   *
   * @param took until nothing was pending, or null when the limit came first
   */
  record Found(@Nullable Duration took, List<Violation> violations) {}

  /**
   * Looks until nothing is pending, at most for the limit. A look that fails is repeated: what is
   * looked at was just hurt. When every look fails until the limit, that is what was found.
   */
  Found await(Duration limit) throws InterruptedException {
    var start = clock.instant();
    var end = start.plus(limit);
    var last = List.of(new Violation("can be looked at", "platform", "was never looked at"));
    while (true) {
      var over = clock.instant().isAfter(end);
      try {
        if (over || reader.isQuiet()) {
          var snapshot = reader.read();
          if (Invariants.pending(snapshot).isEmpty()) {
            return new Found(Duration.between(start, clock.instant()), Invariants.all(snapshot));
          }
          last = Invariants.all(snapshot);
        }
      } catch (IOException | RuntimeException e) {
        last =
            List.of(new Violation("can be looked at", "platform", String.valueOf(e.getMessage())));
      }
      if (over) {
        return new Found(null, last);
      }
      PauseWaiter.pause(STEP);
    }
  }
}
