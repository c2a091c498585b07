package dev.uruimi.api.projection;

import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.events.EventEnvelope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event of the log led a store to another status, or to the same one in another attempt.
 * Listeners are part of the transaction that applies the event; a rebuild moves nothing.
 *
 * @param store as the log alone tells, after the event
 */
public record StoreMoved(Store store, EventEnvelope envelope) {

  static Optional<StoreMoved> between(
      @Nullable Store before, @Nullable Store after, EventEnvelope envelope) {
    return after == null || (before != null && isAt(before, after))
        ? Optional.empty()
        : Optional.of(new StoreMoved(after, envelope));
  }

  private static boolean isAt(Store before, Store after) {
    return before.state().status() == after.state().status()
        && before.state().attempt().number() == after.state().attempt().number();
  }
}
