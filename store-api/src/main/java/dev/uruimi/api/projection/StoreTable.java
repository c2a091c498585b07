package dev.uruimi.api.projection;

import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.api.outbox.Outbox;
import dev.uruimi.events.StoreId;
import java.sql.Types;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes rows of stores: the log's fold, overlaid with the outbox. */
@Component
public class StoreTable {

  /** Key of the advisory lock that makes change numbers ascend in commit order. */
  private static final int CHANGES = 7080;

  private final Stores stores;
  private final Outbox outbox;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  StoreTable(Stores stores, Outbox outbox, JdbcClient jdbc, ApplicationEventPublisher events) {
    this.stores = stores;
    this.outbox = outbox;
    this.jdbc = jdbc;
    this.events = events;
  }

  /** The row, held until the transaction ends. */
  public Optional<StoreRow> lock(StoreId id) {
    return stores.lock(id.value());
  }

  /** What the log tells, with what the outbox says after it. */
  public Optional<Store> overlay(StoreId id, @Nullable Store logged) {
    var store = logged;
    for (var envelope : outbox.of(id)) {
      store = Store.after(store, envelope);
    }
    return Optional.ofNullable(store);
  }

  /**
   * Writes the row. The last act of a transaction, since it serializes with all other writers until
   * the commit.
   *
   * @return the number of the change
   */
  public long save(@Nullable Store logged, Store current) {
    lockChanges();
    var change = jdbc.sql("select nextval('store_changes')").query(Long.class).single();
    var columns = StoreColumns.of(current);
    jdbc.sql(
            """
            insert into stores
              (id, owner, name, engine, status, created, moved_at, change, logged, current,
              ready_after, ready_at, troubled_at)
            values (:id, :owner, :name, :engine, :status, :created, :movedAt, :change,
              :logged, :current, :readyAfter, :readyAt, :troubledAt)
            on conflict (id) do update set
              owner = :owner, name = :name, engine = :engine, status = :status,
              created = :created, moved_at = :movedAt, change = :change,
              logged = :logged, current = :current, ready_after = :readyAfter,
              ready_at = :readyAt, troubled_at = :troubledAt
            """)
        .param("id", current.id().value())
        .param("owner", columns.owner())
        .param("name", columns.name())
        .param("engine", columns.engine())
        .param("status", columns.status())
        .param("created", columns.created())
        .param("movedAt", columns.movedAt())
        .param("change", change)
        .param("logged", logged == null ? null : StoreConversions.json(logged), Types.OTHER)
        .param("current", StoreConversions.json(columns.json()))
        .param("readyAfter", columns.readyAfter(), Types.BIGINT)
        .param("readyAt", columns.readyAt(), Types.TIMESTAMP)
        .param("troubledAt", columns.troubledAt(), Types.TIMESTAMP)
        .update();
    events.publishEvent(new StoreChanged(current.id(), change));
    return change;
  }

  /** Holds the change numbers until the transaction ends, so that they ascend in commit order. */
  public void lockChanges() {
    jdbc.sql("select pg_advisory_xact_lock(:changes)")
        .param("changes", CHANGES)
        .query()
        .listOfRows();
  }

  /** Notes what the log tells where that changes nothing for readers. */
  void saveLogged(Store logged) {
    jdbc.sql("update stores set logged = :logged where id = :id")
        .param("logged", StoreConversions.json(logged))
        .param("id", logged.id().value())
        .update();
  }
}
