package dev.uruimi.worker.stream;

import dev.uruimi.events.EventEnvelope;

/** What a worker does with a store event: a short compare-and-set, the work itself comes later. */
@FunctionalInterface
public interface StoreEventHandler {

  /**
   * Takes the event in. The same event may come again.
   *
   * @throws RuntimeException when something passing is in the way; the event is delivered again
   *     until it is taken in, and never becomes a dead letter for that
   */
  void on(EventEnvelope envelope);
}
