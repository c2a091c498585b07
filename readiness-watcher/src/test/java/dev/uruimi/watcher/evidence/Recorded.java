package dev.uruimi.watcher.evidence;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.Receipt;
import dev.uruimi.events.StoreId;
import dev.uruimi.worker.record.Desired;
import dev.uruimi.worker.record.Provision;
import dev.uruimi.worker.record.Removal;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecordSpec;
import dev.uruimi.worker.record.Verdict;
import java.time.Instant;
import java.util.Map;

/** Records as the flight recorder meets them. */
final class Recorded {

  static final StoreId ID = new StoreId("sh0p000001");
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Reason REASON =
      Reason.of(ReasonCode.PODS_NOT_READY, Map.of("pods", "Deployment shop", "message", "m"));

  private Recorded() {}

  static StoreRecord starting(int attempt) {
    var record =
        StoreRecord.of(new StoreRecordSpec(ID, Desired.PRESENT, attempt, null, "00-trace"));
    return record.with(record.getStatus().with(Provision.begun(attempt, NOW).installed(1)));
  }

  static StoreRecord with(int attempt, Verdict.State state, long epoch) {
    var reason = state == Verdict.State.READY ? null : REASON;
    var record = starting(attempt);
    return record.with(
        record.getStatus().with(Verdict.found(attempt, 1, epoch, state, reason, NOW).said(0)));
  }

  static StoreRecord givenUp(int attempt) {
    var record = starting(attempt);
    return record.with(record.getStatus().with(Provision.begun(attempt, NOW).failed(REASON)));
  }

  static StoreRecord begunAnew(StoreRecord record) {
    var attempt = record.getSpec().attempt() + 1;
    return record
        .with(new StoreRecordSpec(ID, Desired.PRESENT, attempt, null, null))
        .with(record.getStatus().with(Provision.begun(attempt, NOW)));
  }

  static StoreRecord deleted(StoreRecord record) {
    return record.with(record.getSpec().absent(1, null));
  }

  static StoreRecord gone(StoreRecord record) {
    var deleted = deleted(record);
    var receipt = new Receipt(Map.of(), 1, NOW);
    return deleted.with(deleted.getStatus().with(new Removal(1, NOW, Map.of(), null, receipt)));
  }
}
