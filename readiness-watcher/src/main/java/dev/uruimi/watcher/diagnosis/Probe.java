package dev.uruimi.watcher.diagnosis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What asking the shop gave.
 *
 * @param failures how many probes failed in a row; 0 when the last one passed
 * @param step the step that failed, or null
 * @param message what came instead, or null
 */
public record Probe(Instant at, int failures, @Nullable String step, @Nullable String message) {

  /** A probe that passed. */
  public static Probe passed(Instant at) {
    return new Probe(at, 0, null, null);
  }

  public boolean passed() {
    return failures == 0;
  }
}
