package dev.uruimi.api.replays;

import dev.uruimi.api.lifecycle.Command;
import dev.uruimi.api.lifecycle.Decision;
import dev.uruimi.api.lifecycle.Lifecycle;
import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.events.StoreEvent;
import org.jspecify.annotations.Nullable;

/** A way of asking again for stores. */
interface Asking {

  /** What the store is asked. */
  Command command();

  /** Why a store is not asked for again, as a sentence; null: nothing is against it. */
  @Nullable String refusal(Store store);

  /** What it does with a store that is not refused, as a sentence. */
  String does(Store store);

  /** The event that it says of a store, or null. */
  default @Nullable StoreEvent next(Store store) {
    return refusal(store) == null
            && Lifecycle.decide(store.state(), command()) instanceof Decision.Accepted accepted
        ? accepted.events().getFirst()
        : null;
  }
}
