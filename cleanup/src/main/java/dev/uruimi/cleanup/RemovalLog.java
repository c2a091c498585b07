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
import java.util.Set;
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
  StoreRecord begin(StoreRecord record, Map<String, Set<String>> there) {
    return write(
        record,
        current ->
            current != null
                ? null
                : new Removal(
                    record.getSpec().attempt(),
                    clock.instant(),
                    Counts.of(there),
                    there,
                    null,
                    null));
  }

  /** Writes down what is there to be removed besides what was known. */
  StoreRecord seen(StoreRecord record, Map<String, Set<String>> there) {
    return write(
        record,
        current -> {
          if (current == null) {
            return null;
          }
          var known = known(current);
          var all = Counts.union(known, there);
          return all.equals(known)
              ? null
              : new Removal(
                  current.attempt(),
                  current.startedAt(),
                  current.inventory(),
                  all,
                  current.cause(),
                  current.receipt());
        });
  }

  /** Says that the removal does not get on, once per cause. */
  void stuck(StoreRecord record, Reason reason) {
    var removal = Objects.requireNonNull(record.getStatus().removal());
    if (reason.sentence().equals(removal.cause())) {
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
                    current.seen(),
                    reason.sentence(),
                    current.receipt()));
  }

  /**
   * Says that nothing is left, and keeps the receipt in the tombstone.
   *
   * @param kept what is left on purpose
   */
  void finish(StoreRecord record, Map<String, Set<String>> kept) {
    var removal = Objects.requireNonNull(record.getStatus().removal());
    var receipt = receipt(record, removal, kept);
    events.publish(
        new StoreDeleted(record.storeId(), record.getSpec().attempt(), receipt),
        record.getSpec().traceparent());
    records.change(
        record.storeId(),
        found ->
            found == null || isOver(found)
                ? null
                : found.with(
                    found
                        .getStatus()
                        .with((Claim) null)
                        .with(
                            new Removal(
                                removal.attempt(),
                                removal.startedAt(),
                                removal.inventory(),
                                removal.cause(),
                                receipt))));
  }

  /** The first receipt stays, whoever else thinks that it finished. */
  private static boolean isOver(StoreRecord record) {
    var removal = record.getStatus().removal();
    return removal != null && removal.receipt() != null;
  }

  private Receipt receipt(StoreRecord record, Removal removal, Map<String, Set<String>> kept) {
    var now = clock.instant();
    return new Receipt(
        removal.inventory(),
        removal.seen() == null && removal.inventory() != null
            ? removal.inventory()
            : Counts.of(Counts.without(known(removal), kept)),
        Counts.of(kept),
        DeleteRequests.askedAt(record),
        Duration.between(removal.startedAt(), now).toMillis(),
        now);
  }

  private static Map<String, Set<String>> known(Removal removal) {
    return removal.seen() == null ? Map.of() : removal.seen();
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
