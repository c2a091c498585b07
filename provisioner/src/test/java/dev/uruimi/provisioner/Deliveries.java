package dev.uruimi.provisioner;

import dev.uruimi.events.StoreEvent.StoreRequested;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import dev.uruimi.worker.record.Desired;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecordSpec;

/** What the two requests of the log do to a store's record, whatever it is (null: none). */
public enum Deliveries {
  REQUEST(1),
  RETRY(2),
  DELETE(2);

  private final int attempt;

  Deliveries(int attempt) {
    this.attempt = attempt;
  }

  /** The record after the delivery. */
  public StoreRecord to(StoreRecord found, StoreId id, StoreSpecification store) {
    if (this == DELETE) {
      return found == null
          ? StoreRecord.of(new StoreRecordSpec(id, Desired.ABSENT, attempt, null, null))
          : found.with(found.getSpec().absent(attempt, null));
    }
    var taken = StoreRequests.take(found, new StoreRequested(id, attempt, store), null);
    return taken == null ? found : taken;
  }
}
