package dev.uruimi.worker.reconcile;

import dev.uruimi.events.StoreId;

/** Brings one store to where it should be, from whatever state it finds. */
@FunctionalInterface
public interface Reconciler {

  /**
   * Observes, decides and acts. Never called for one store twice at the same time.
   *
   * @throws Exception when something passing is in the way; it is tried again with growing pauses
   */
  Outcome reconcile(StoreId id) throws Exception;
}
