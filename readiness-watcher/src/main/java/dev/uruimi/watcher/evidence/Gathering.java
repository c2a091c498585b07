package dev.uruimi.watcher.evidence;

import dev.uruimi.events.StoreId;

/** Gathers what can be seen of a store. */
@FunctionalInterface
interface Gathering {

  /**
   * Gathers it, masked.
   *
   * @throws RuntimeException when the API server does not answer in time
   */
  Capture gather(StoreId id, Occasion occasion);
}
