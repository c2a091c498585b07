package dev.uruimi.provisioner;

import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.StoreEvent.StoreRequested;
import dev.uruimi.worker.record.Desired;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecordSpec;
import dev.uruimi.worker.record.StoreRecords;
import dev.uruimi.worker.stream.StoreEventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what is asked for; the work itself follows from the record. */
@Component
class StoreRequests implements StoreEventHandler {

  private final StoreRecords records;

  StoreRequests(StoreRecords records) {
    this.records = records;
  }

  @Override
  public void on(EventEnvelope envelope) {
    if (envelope.event() instanceof StoreRequested request) {
      records.change(request.storeId(), found -> take(found, request, envelope.traceparent()));
    }
  }

  /** The record with this attempt asked for, or null when that is history. */
  static @Nullable StoreRecord take(
      @Nullable StoreRecord found, StoreRequested request, @Nullable String traceparent) {
    var spec =
        new StoreRecordSpec(
            request.storeId(), Desired.PRESENT, request.attempt(), request.store(), traceparent);
    if (found == null) {
      return StoreRecord.of(spec);
    }
    var history = found.isTombstone() || request.attempt() <= found.getSpec().attempt();
    return history ? null : found.with(spec);
  }
}
