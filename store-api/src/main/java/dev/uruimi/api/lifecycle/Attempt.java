package dev.uruimi.api.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.uruimi.events.StoreEvent.StoreRenamed;
import dev.uruimi.events.StoreEvent.StoreRequested;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The attempt a store is in.
 *
 * @param number from 1; a retry is the next one
 * @param requestedAt when this attempt was asked for
 * @param movedAt when it last got further; the deadline counts from here
 * @param epoch the watcher's latest verdict heard in this attempt, -1 before the first
 * @param renames how many names the store was given in this attempt; null for none
 */
public record Attempt(
    StoreId storeId,
    StoreSpecification store,
    int number,
    Instant requestedAt,
    Instant movedAt,
    long epoch,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer renames) {

  private static final long NO_VERDICT = -1;

  static Attempt of(StoreRequested event, Instant at) {
    return new Attempt(event.storeId(), event.store(), event.attempt(), at, at, NO_VERDICT, null);
  }

  /** The attempt of this number, which is this one unless the number is newer. */
  Attempt atLeast(int newer, Instant at) {
    return newer <= number ? this : new Attempt(storeId, store, newer, at, at, NO_VERDICT, null);
  }

  Attempt moved(Instant at) {
    return new Attempt(storeId, store, number, requestedAt, at, epoch, renames);
  }

  Attempt judged(long verdict, Instant at) {
    return new Attempt(storeId, store, number, requestedAt, at, verdict, renames);
  }

  /** The attempt with the name of the event, unless a later name is known. */
  Attempt renamed(StoreRenamed event) {
    return event.number() < nextRename()
        ? this
        : new Attempt(
            storeId,
            store.named(event.name()),
            number,
            requestedAt,
            movedAt,
            epoch,
            event.number());
  }

  /** The number of the next name. */
  int nextRename() {
    return renames == null ? 1 : renames + 1;
  }
}
