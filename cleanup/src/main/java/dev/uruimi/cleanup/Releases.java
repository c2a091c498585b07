package dev.uruimi.cleanup;

import dev.uruimi.events.StoreId;

/** The Helm releases of stores. */
@FunctionalInterface
interface Releases {

  /**
   * Uninstalls the store's release without waiting for its pods. Does nothing when there is none.
   *
   * @throws RuntimeException when Helm could not
   */
  void uninstall(StoreId id);
}
