package dev.uruimi.api.lifecycle;

import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import java.time.Duration;
import java.time.Instant;

/** What can be asked of a store. */
public sealed interface Command {

  /** Someone wants a new store. */
  record Request(StoreId storeId, StoreSpecification store) implements Command {}

  /** Try again what failed. */
  record Retry() implements Command {}

  /** It must go. */
  record Delete() implements Command {}

  /**
   * Fail it if nobody moved it within its time.
   *
   * @param now the time to judge by
   * @param deadline how long an attempt may stand still
   */
  record Expire(Instant now, Duration deadline) implements Command {}
}
