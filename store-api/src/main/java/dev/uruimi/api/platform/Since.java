package dev.uruimi.api.platform;

import dev.uruimi.api.web.FieldError;
import dev.uruimi.api.web.ProblemException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

/** How far to look back: an ISO-8601 duration from a minute to 90 days. */
final class Since {

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(90);

  private Since() {}

  /**
   * @throws ProblemException 422 naming {@code since}
   */
  static Duration parse(String text) {
    try {
      var duration = Duration.parse(text);
      if (duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException _) {
      // refused below, as one that is too long
    }
    throw ProblemException.of(
        List.of(
            FieldError.of(
                "since", "must be an ISO-8601 duration from PT1M to P90D, for example PT24H")));
  }

  /** A round length so that at most some 60 buckets cover the time. */
  static Duration bucket(Duration since) {
    var rounds = List.of(1L, 5L, 15L, 60L, 180L, 360L, 720L);
    return rounds.stream()
        .map(Duration::ofMinutes)
        .filter(length -> since.dividedBy(length) <= 60)
        .findFirst()
        .orElse(Duration.ofDays(2));
  }
}
