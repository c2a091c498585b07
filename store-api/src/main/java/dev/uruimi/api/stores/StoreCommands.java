package dev.uruimi.api.stores;

import dev.uruimi.api.lifecycle.Command;
import dev.uruimi.api.lifecycle.Decision;
import dev.uruimi.api.lifecycle.Lifecycle;
import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.api.lifecycle.StoreState;
import dev.uruimi.api.lifecycle.StoreState.Absent;
import dev.uruimi.api.outbox.Outbox;
import dev.uruimi.api.projection.StoreRow;
import dev.uruimi.api.projection.StoreTable;
import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
   * A command that was carried out.
   *
   * @param store as it is after it
   * @param version the number of the store's latest change
   * @param said what was said for it
   */
  record Done(Store store, long version, List<StoreEvent> said) {}

  /**
   * Carries out a command.
   *
   * @throws RefusedException when the store's state does not allow it; nothing is changed then
   */
  @Transactional
  public void handle(StoreId id, Command command, @Nullable String traceparent) {
    handle(id, command, Precondition.NONE, traceparent);
  }

  /**
   * Carries out a command if a precondition holds.
   *
   * @throws RefusedException when the store's state does not allow it; nothing is changed then
   * @throws dev.uruimi.api.web.ProblemException 412 when the precondition does not hold
   */
  @Transactional
  public Done handle(
      StoreId id, Command command, Precondition precondition, @Nullable String traceparent) {
    var row = table.lock(id);
    row.ifPresent(found -> precondition.check(found.change()));
    var before = row.map(StoreRow::current);
    var state = before.<StoreState>map(Store::state).orElse(new Absent());
    var store = before.orElse(null);
    var events = decided(id, state, command);
    for (var event : events) {
      var envelope = EventEnvelope.of(event, Lifecycle.STORE_API, clock.instant(), traceparent);
      outbox.add(envelope);
      store = Store.after(store, envelope);
      log(envelope);
    }
    if (store == null) {
      throw new IllegalStateException("accepted, but there is no store " + id);
    }
    var version =
        before.equals(Optional.of(store))
            ? row.orElseThrow().change()
            : table.save(row.map(StoreRow::logged).orElse(null), store);
    return new Done(store, version, events);
  }

  private static List<StoreEvent> decided(StoreId id, StoreState state, Command command) {
    return switch (Lifecycle.decide(state, command)) {
      case Decision.Refused(var refusal) -> throw new RefusedException(id, refusal);
      case Decision.Accepted(var events) -> events;
    };
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
