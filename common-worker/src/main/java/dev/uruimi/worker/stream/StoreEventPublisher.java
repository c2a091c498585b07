package dev.uruimi.worker.stream;

import dev.uruimi.events.StoreEvent;
import org.jspecify.annotations.Nullable;

/** Says facts about stores. */
@FunctionalInterface
public interface StoreEventPublisher {

  /**
   * Publishes the event and returns once the broker has acknowledged it.
   *
   * @param traceparent trace context of what led to it, or null
   * @throws RuntimeException when the broker did not acknowledge it; it may be there all the same
   */
  void publish(StoreEvent event, @Nullable String traceparent);
}
