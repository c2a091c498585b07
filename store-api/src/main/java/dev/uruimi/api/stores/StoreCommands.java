package dev.uruimi.api.stores;

import dev.uruimi.api.lifecycle.Command;
import dev.uruimi.api.lifecycle.Decision;
import dev.uruimi.api.lifecycle.Lifecycle;
import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.api.lifecycle.StoreState.Absent;
import dev.uruimi.api.outbox.Outbox;
import dev.uruimi.api.projection.StoreRow;
import dev.uruimi.api.projection.StoreTable;
import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.StoreId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries out commands: the store's row and what is said about it, in one transaction. */
@Component
public class StoreCommands {

  private static final Logger log = LoggerFactory.getLogger(StoreCommands.class);

  private final StoreTable table;
  private final Outbox outbox;
  private final Clock clock;

  StoreCommands(StoreTable table, Outbox outbox, Clock clock) {
    this.table = table;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * The store after the command.
   *
   * @throws RefusedException when the store's state does not allow it; nothing is changed then
   */
  @Transactional
  public Store handle(StoreId id, Command command, @Nullable String traceparent) {
    var row = table.lock(id);
    var before = row.map(StoreRow::current);
    var state = before.<dev.uruimi.api.lifecycle.StoreState>map(Store::state).orElse(new Absent());
    var store = before.orElse(null);
    switch (Lifecycle.decide(state, command)) {
      case Decision.Refused(var refusal) -> throw new RefusedException(id, refusal);
      case Decision.Accepted(var events) -> {
        for (var event : events) {
          var envelope = EventEnvelope.of(event, Lifecycle.STORE_API, clock.instant(), traceparent);
          outbox.add(envelope);
          store = Store.after(store, envelope);
          log(envelope);
        }
      }
    }
    if (store == null) {
      throw new IllegalStateException("accepted, but there is no store " + id);
    }
    if (!before.equals(java.util.Optional.of(store))) {
      table.save(row.map(StoreRow::logged).orElse(null), store);
    }
    return store;
  }

  private static void log(EventEnvelope envelope) {
    log.atInfo()
        .addKeyValue("storeId", envelope.event().storeId())
        .addKeyValue("eventId", envelope.id())
        .addKeyValue("eventType", envelope.type())
        .addKeyValue("attempt", envelope.event().attempt())
        .log("said");
  }
}
