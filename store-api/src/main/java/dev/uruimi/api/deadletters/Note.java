package dev.uruimi.api.deadletters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a dead letter.
 *
 * @param done false while it is being sent, or when the sender died over it
 */
record Note(DeadLetterId id, Instant at, How how, @Nullable String note, boolean done) {

  /** What was done. */
  enum How {
    REDRIVEN,
    DISCARDED;

    String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
