package dev.uruimi.api.projection;

import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.api.outbox.Outbox;
import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.StoreId;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Folds the log into the table, each record once: its offset is noted in the same transaction.
 * Public methods tell whether the record is new.
 */
@Component
class Projection {

  private final AppliedOffsets offsets;
  private final Outbox outbox;
  private final StoreTable table;
  private final ApplicationEventPublisher events;

  Projection(
      AppliedOffsets offsets, Outbox outbox, StoreTable table, ApplicationEventPublisher events) {
    this.offsets = offsets;
    this.outbox = outbox;
    this.table = table;
    this.events = events;
  }

  /** Applies an event. */
  @Transactional
  public boolean apply(TopicPartition partition, long offset, EventEnvelope envelope) {
    if (!offsets.advance(partition, offset)) {
      return false;
    }
    var id = envelope.event().storeId();
    var row = table.lock(id);
    var before = row.map(StoreRow::logged).orElse(null);
    outbox.remove(envelope.id());
    var logged = Store.after(before, envelope);
    StoreMoved.between(before, logged, envelope).ifPresent(events::publishEvent);
    var shown = row.map(StoreRow::current);
    var current = table.overlay(id, logged);
    if (!current.equals(shown)) {
      current.ifPresent(store -> table.save(logged, store));
    } else if (logged != null && !logged.equals(before)) {
      table.saveLogged(logged);
    }
    return true;
  }

  /** Whether a record was applied or passed over before. */
  public boolean isApplied(TopicPartition partition, long offset) {
    return offsets.next(partition).orElse(0L) > offset;
  }

  /** Passes a record over. */
  @Transactional
  public boolean skip(TopicPartition partition, long offset) {
    return offsets.advance(partition, offset);
  }

  /** Passes a record over that could not be read, and marks its store if there is one. */
  @Transactional
  public boolean mark(TopicPartition partition, long offset, String key, String why) {
    if (!offsets.advance(partition, offset)) {
      return false;
    }
    if (StoreId.isValid(key)) {
      var id = new StoreId(key);
      table.lock(id).ifPresent(row -> mark(id, row, why));
    }
    return true;
  }

  private void mark(StoreId id, StoreRow row, String why) {
    var logged = row.logged() == null ? null : row.logged().needingAttention(why);
    table
        .overlay(id, logged)
        .ifPresent(current -> table.save(logged, current.needingAttention(why)));
  }
}
