package dev.uruimi.watcher.evidence;

import dev.uruimi.events.StoreId;
import dev.uruimi.worker.record.StoreRecord;

/** Where captures are kept; {@link Evidence}. */
interface Shelf {

  boolean has(StoreId id, String key);

  /** Adds a capture, unless there is one of its key. */
  void keep(StoreRecord record, String key, Capture capture);

  void remove(StoreId id);
}
