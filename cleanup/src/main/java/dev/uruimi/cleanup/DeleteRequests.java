package dev.uruimi.cleanup;

import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.StoreEvent.StoreDeleteRequested;
import dev.uruimi.worker.record.Desired;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecordSpec;
import dev.uruimi.worker.record.StoreRecords;
import dev.uruimi.worker.stream.StoreEventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a delete request into a tombstone. From then on nobody makes anything of this store. */
@Component
class DeleteRequests implements StoreEventHandler {

  private final StoreRecords records;

  DeleteRequests(StoreRecords records) {
    this.records = records;
  }

  @Override
  public void on(EventEnvelope envelope) {
    if (envelope.event() instanceof StoreDeleteRequested request) {
      records.change(request.storeId(), found -> entomb(found, request, envelope.traceparent()));
    }
  }

  /** The record as a tombstone, or null when it is one already: history is not work. */
  static @Nullable StoreRecord entomb(
      @Nullable StoreRecord found, StoreDeleteRequested request, @Nullable String traceparent) {
    if (found == null) {
      return StoreRecord.of(
          new StoreRecordSpec(
              request.storeId(), Desired.ABSENT, request.attempt(), null, traceparent));
    }
    var removal = found.getStatus().removal();
    var over = removal != null && removal.receipt() != null;
    if (over || (found.isTombstone() && request.attempt() <= found.getSpec().attempt())) {
      return null;
    }
    return found.with(found.getSpec().absent(request.attempt(), traceparent));
  }
}
