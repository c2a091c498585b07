package dev.uruimi.api.rebuild;

import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.api.projection.StoreColumns;
import dev.uruimi.events.EventCodec;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows that a rebuild folds, beside the table that is served; each run sees its own. */
@Component
class ShadowTable {

  private static final int BATCH = 1000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  ShadowTable(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** A row: what the log tells, and what is shown. */
  record Row(@Nullable Store logged, Store current) {}

  /** Throws away what any run left. */
  void clear() {
    jdbc.sql("delete from stores_rebuilt").update();
  }

  /** Writes stores as the log tells them. */
  @Transactional
  public void writeLogged(String run, Collection<Store> stores) {
    write(run, stores.stream().map(store -> new Row(store, store)).toList());
  }

  /** Writes rows, over those that are there. */
  @Transactional
  public void write(String run, List<Row> rows) {
    batches.batchUpdate(
        """
        insert into stores_rebuilt (run, id, owner, name, engine, status, created, moved_at,
          ready_after, ready_at, troubled_at, current, logged)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as json), cast(? as json))
        on conflict (run, id) do update set
          owner = excluded.owner, name = excluded.name, engine = excluded.engine,
          status = excluded.status, created = excluded.created, moved_at = excluded.moved_at,
          ready_after = excluded.ready_after, ready_at = excluded.ready_at,
          troubled_at = excluded.troubled_at, current = excluded.current, logged = excluded.logged
        """,
        rows,
        BATCH,
        (statement, row) -> bind(statement, run, row));
  }

  /** The rows of some stores, by id. */
  Map<String, Row> read(String run, Collection<String> ids) {
    var found = new HashMap<String, Row>();
    var all = List.copyOf(ids);
    for (var from = 0; from < all.size(); from += BATCH) {
      jdbc.sql("select id, logged, current from stores_rebuilt where run = :run and id in (:ids)")
          .param("run", run)
          .param("ids", all.subList(from, Math.min(all.size(), from + BATCH)))
          .query(
              row -> {
                var logged = row.getString("logged");
                found.put(
                    row.getString("id"),
                    new Row(
                        logged == null ? null : store(logged), store(row.getString("current"))));
              });
    }
    return found;
  }

  static Store store(String json) {
    return EventCodec.JSON.readValue(json, Store.class);
  }

  private static void bind(PreparedStatement statement, String run, Row row) throws SQLException {
    var columns = StoreColumns.of(row.current());
    var values = new ArrayList<@Nullable Object>(List.of(run, row.current().id().value()));
    values.addAll(columns.derived().values());
    values.add(columns.json());
    values.add(row.logged() == null ? null : StoreColumns.of(row.logged()).json());
    for (var column = 0; column < values.size(); column++) {
      statement.setObject(column + 1, values.get(column));
    }
  }
}
