package dev.uruimi.cleanup.sweep;

import dev.uruimi.worker.record.StoreRecord;

/** What a record says of its store. */
enum Standing {
  /** It is to be there. */
  PRESENT,
  /** It is to be there and was ready once. */
  PRESENT_AND_WAS_READY,
  /** It is being removed. */
  GOING,
  /** It was verified gone. */
  GONE;

  static Standing of(StoreRecord record) {
    var status = record.getStatus();
    if (!record.isTombstone()) {
      return status.everReady() ? PRESENT_AND_WAS_READY : PRESENT;
    }
    var removal = status.removal();
    return removal != null && removal.receipt() != null ? GONE : GOING;
  }

  boolean isPresent() {
    return this == PRESENT || this == PRESENT_AND_WAS_READY;
  }
}
