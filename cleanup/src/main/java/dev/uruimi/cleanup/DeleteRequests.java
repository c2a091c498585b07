package dev.uruimi.cleanup;

import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.StoreEvent.StoreDeleteRequested;
import dev.uruimi.worker.record.Desired;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecordSpec;
import dev.uruimi.worker.record.StoreRecords;
import dev.uruimi.worker.stream.StoreEventHandler;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a delete request into a tombstone. From then on nobody makes anything of this store. */
@Component
class DeleteRequests implements StoreEventHandler {

  private static final String ASKED_AT = "uruimi.dev/delete-requested-at";

  private final StoreRecords records;

  DeleteRequests(StoreRecords records) {
    this.records = records;
  }

  @Override
  public void on(EventEnvelope envelope) {
    if (envelope.event() instanceof StoreDeleteRequested request) {
      records.change(request.storeId(), found -> entomb(found, request, envelope));
    }
  }

  /** The record as a tombstone, or null when it is one already: history is not work. */
  static @Nullable StoreRecord entomb(
      @Nullable StoreRecord found, StoreDeleteRequested request, EventEnvelope envelope) {
    var traceparent = envelope.traceparent();
    if (found == null) {
      var spec =
          new StoreRecordSpec(
              request.storeId(), Desired.ABSENT, request.attempt(), null, traceparent);
      return askedAt(StoreRecord.of(spec), envelope.time());
    }
    var removal = found.getStatus().removal();
    var over = removal != null && removal.receipt() != null;
    if (over || (found.isTombstone() && request.attempt() <= found.getSpec().attempt())) {
      return null;
    }
    return askedAt(
        found.with(found.getSpec().absent(request.attempt(), traceparent)), envelope.time());
  }

  /** When the deletion was first asked for; null for tombstones of older versions. */
  static @Nullable Instant askedAt(StoreRecord tombstone) {
    var annotations = tombstone.getMetadata().getAnnotations();
    var text = annotations == null ? null : annotations.get(ASKED_AT);
    return text == null ? null : Instant.parse(text);
  }

  /** Asking again changes nothing of when it was asked first. */
  private static StoreRecord askedAt(StoreRecord tombstone, Instant time) {
    if (askedAt(tombstone) != null) {
      return tombstone;
    }
    var asked = tombstone.with(tombstone.getSpec());
    asked.setMetadata(
        tombstone.getMetadata().edit().addToAnnotations(ASKED_AT, time.toString()).build());
    return asked;
  }
}
