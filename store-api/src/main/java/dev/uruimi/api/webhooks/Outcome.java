package dev.uruimi.api.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param answer HTTP status, null where there was none
 * @param error why there was none, or why it counts for nothing
 */
record Outcome(@Nullable Integer answer, @Nullable String error) {

  private static final int GONE = 410;

  static Outcome answered(int status) {
    return new Outcome(
        status, status / 100 == 3 ? "the recipient points elsewhere; that is not followed" : null);
  }

  static Outcome failed(String error) {
    return new Outcome(null, error);
  }

  boolean isDelivered() {
    return answer != null && answer / 100 == 2;
  }

  /** Whether the recipient wants nothing more, ever. */
  boolean isGone() {
    return answer != null && answer == GONE;
  }
}
