package dev.uruimi.cleanup;

import dev.uruimi.events.Reason;
import dev.uruimi.events.Receipt;
import dev.uruimi.events.StoreEvent.StoreDeleteFailed;
import dev.uruimi.events.StoreEvent.StoreDeleted;
import dev.uruimi.worker.record.Claim;
import dev.uruimi.worker.record.Removal;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecords;
import dev.uruimi.worker.stream.StoreEventPublisher;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was said and written about a removal. Facts are said first and written down after that. */
final class RemovalLog {

  private final StoreRecords records;
  private final StoreEventPublisher events;
  private final Clock clock;

  RemovalLog(StoreRecords records, StoreEventPublisher events, Clock clock) {
    this.records = records;
    this.events = events;
    this.clock = clock;
  }

  /** Writes down that the removal began and what there was. Once: later calls change nothing. */
  StoreRecord begin(StoreRecord record, Map<String, Integer> inventory) {
    return write(
        record,
        current ->
            current != null
                ? null
                : new Removal(record.getSpec().attempt(), clock.instant(), inventory, null, null));
  }

  /** Says that the removal does not get on, once per cause. */
  void stuck(StoreRecord record, Reason reason) {
    var removal = Objects.requireNonNull(record.getStatus().removal());
    if (reason.code().equals(removal.cause())) {
      return;
    }
    events.publish(
        new StoreDeleteFailed(record.storeId(), record.getSpec().attempt(), reason),
        record.getSpec().traceparent());
    write(
        record,
        current ->
            current == null
                ? null
                : new Removal(
                    current.attempt(),
                    current.startedAt(),
                    current.inventory(),
                    reason.code(),
                    current.receipt()));
  }

  /** Says that nothing is left, and keeps the receipt in the tombstone. */
  void finish(StoreRecord record) {
    var removal = Objects.requireNonNull(record.getStatus().removal());
    var now = clock.instant();
    var removed = removal.inventory() == null ? Map.<String, Integer>of() : removal.inventory();
    var receipt = new Receipt(removed, Duration.between(removal.startedAt(), now).toMillis(), now);
    events.publish(
        new StoreDeleted(record.storeId(), record.getSpec().attempt(), receipt),
        record.getSpec().traceparent());
    records.change(
        record.storeId(),
        found ->
            found == null
                ? null
                : found.with(
                    found
                        .getStatus()
                        .with((Claim) null)
                        .with(
                            new Removal(
                                removal.attempt(),
                                removal.startedAt(),
                                removed,
                                removal.cause(),
                                receipt))));
  }

  private StoreRecord write(
      StoreRecord record,
      java.util.function.Function<@Nullable Removal, @Nullable Removal> decision) {
    var change =
        records.change(
            record.storeId(),
            found -> {
              var removal = found == null ? null : decision.apply(found.getStatus().removal());
              return found == null || removal == null
                  ? null
                  : found.with(found.getStatus().with(removal));
            });
    return Objects.requireNonNull(change.record());
  }
}
