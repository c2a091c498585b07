package dev.uruimi.api.lifecycle;

import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked of a store. */
public sealed interface Command {

  /** Someone wants a new store. */
  record Request(StoreId storeId, StoreSpecification store) implements Command {}

  /** Try again what failed. */
  record Retry() implements Command {}

  /**
   * Ask for the next attempt whatever the state says of a wanted store: the asker has seen that
   * nothing of it exists in the cluster any more.
   */
  record Replace() implements Command {}

  /**
   * It is to have another name, another plan, or both.
   *
   * @param name null: the one it has
   * @param plan null: the one it has
   */
  record Change(@Nullable String name, @Nullable String plan) implements Command {}

  /** It must go. */
  record Delete() implements Command {}

  /**
   * Fail it if nobody moved it within its time.
   *
   * @param now the time to judge by
   * @param deadline how long an attempt may stand still
   * @param queueMovedAt when the cell last got further with a request that is not younger; null
   *     when it did not. A store that nobody took up yet waits in that queue, and its time counts
   *     from there.
   */
  record Expire(Instant now, Duration deadline, @Nullable Instant queueMovedAt)
      implements Command {}
}
