package dev.uruimi.helm;

import org.jspecify.annotations.Nullable;

/**
 * A worker's line of JSON: the answer to a call, or, with id 0, that it is ready for calls.
 *
 * @param revision of the release where the call gives one, else 0
 * @param error Helm's message, or null when all went well
 * @param text what was rendered where the call renders, else null
 */
public record Answer(long id, int revision, @Nullable String error, @Nullable String text) {

  /** Said once by a worker, when it has loaded Helm. */
  public static final Answer READY = new Answer(0, 0, null);

  /** An answer without a text. */
  public Answer(long id, int revision, @Nullable String error) {
    this(id, revision, error, null);
  }
}
