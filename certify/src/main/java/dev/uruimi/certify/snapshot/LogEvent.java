package dev.uruimi.certify.snapshot;

import dev.uruimi.events.StoreEvent;

/**
 * A readable event of the log.
 *
 * @param id the CloudEvents id in its header
 */
public record LogEvent(int partition, long offset, String id, StoreEvent event) {

  /** The store it is about. */
  public String storeId() {
    return event.storeId().value();
  }
}
