package dev.uruimi.watcher.diagnosis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A container of a pod, init containers included.
 *
 * @param init whether it has to end before the others begin
 * @param ready whether it is ready, as the kubelet sees it
 * @param state what it does now
 * @param restarts how often it was started again
 * @param last how it ended the last time before, or null
 */
public record Container(
    String name,
    String image,
    boolean init,
    boolean ready,
    State state,
    int restarts,
    @Nullable Ended last) {

  /** What a container does. */
  public sealed interface State permits Running, Waiting, Ended {}

  /** It runs. */
  public record Running() implements State {}

  /**
   * It does not run yet, or not again.
   *
   * @param reason as the kubelet calls it, such as {@code ErrImagePull}
   */
  public record Waiting(String reason, @Nullable String message) implements State {}

  /**
   * It ran and ended.
   *
   * @param reason as the kubelet calls it, such as {@code OOMKilled}
   * @param cause what its last words say, as far as they are understood
   */
  public record Ended(int exitCode, String reason, @Nullable Instant at, @Nullable CrashCause cause)
      implements State {}

  /** The last time it ended, or null when it never did. */
  public @Nullable Ended lastEnd() {
    return state instanceof Ended ended ? ended : last;
  }

  /** How often it ended so far. */
  public int ends() {
    return restarts
        + (state instanceof Running || last == null && !(state instanceof Ended) ? 0 : 1);
  }
}
