package dev.uruimi.watcher.diagnosis;

import dev.uruimi.events.Reason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong now. It becomes a cause when it lasts longer than its grace.
 *
 * @param key the same as long as it is the same trouble
 * @param reason what would be said of it
 * @param since when it began, as Kubernetes says; null: when it was first noticed
 * @param grace how long it may last
 */
record Symptom(String key, Reason reason, @Nullable Instant since, Duration grace) {

  static Symptom atOnce(String key, Reason reason) {
    return new Symptom(key, reason, null, Duration.ZERO);
  }

  /** When it becomes a cause. */
  Instant ripe(Observation observation) {
    var noticed = observation.noticed().getOrDefault(key, observation.at());
    var begun = since != null && since.isBefore(noticed) ? since : noticed;
    return begun.plus(grace);
  }
}
