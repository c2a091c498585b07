package dev.uruimi.api.lifecycle;

import dev.uruimi.events.StoreEvent.StoreRequested;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import java.time.Instant;

/**
 * The attempt a store is in.
 *
 * @param number from 1; a retry is the next one
 * @param requestedAt when this attempt was asked for
 * @param movedAt when it last got further; the deadline counts from here
 * @param epoch the watcher's latest verdict heard in this attempt, -1 before the first
 */
public record Attempt(
    StoreId storeId,
    StoreSpecification store,
    int number,
    Instant requestedAt,
    Instant movedAt,
    long epoch) {

  private static final long NO_VERDICT = -1;

  static Attempt of(StoreRequested event, Instant at) {
    return new Attempt(event.storeId(), event.store(), event.attempt(), at, at, NO_VERDICT);
  }

  /** The attempt of this number, which is this one unless the number is newer. */
  Attempt atLeast(int newer, Instant at) {
    return newer <= number ? this : new Attempt(storeId, store, newer, at, at, NO_VERDICT);
  }

  Attempt moved(Instant at) {
    return new Attempt(storeId, store, number, requestedAt, at, epoch);
  }

  Attempt judged(long verdict, Instant at) {
    return new Attempt(storeId, store, number, requestedAt, at, verdict);
  }
}
