package dev.uruimi.api.rebuild;

import dev.uruimi.api.lifecycle.Store;
import dev.uruimi.api.projection.StoreTable;
import dev.uruimi.events.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that are served, as text, and what should be shown. */
@Component
class ServedRows {

  private static final int BATCH = 1000;
  private static final List<String> DERIVED =
      List.of(
          "owner",
          "name",
          "engine",
          "status",
          "created",
          "moved_at",
          "ready_after",
          "ready_at",
          "troubled_at");

  /**
   * A row.
   *
   * @param derived columns that follow from the store it shows
   */
  record Served(@Nullable String logged, String current, Map<String, @Nullable Object> derived) {}

  private final JdbcClient jdbc;
  private final StoreTable table;

  ServedRows(JdbcClient jdbc, StoreTable table) {
    this.jdbc = jdbc;
    this.table = table;
  }

  Set<String> ids() {
    return new HashSet<>(jdbc.sql("select id from stores").query(String.class).list());
  }

  /** Ids of stores of which the outbox says something. */
  Set<String> inOutbox() {
    return new HashSet<>(
        jdbc.sql("select distinct store_id from outbox").query(String.class).list());
  }

  Map<String, Served> find(Collection<String> ids) {
    var found = new HashMap<String, Served>();
    var all = List.copyOf(ids);
    for (var from = 0; from < all.size(); from += BATCH) {
      jdbc.sql("select * from stores where id in (:ids)")
          .param("ids", all.subList(from, Math.min(all.size(), from + BATCH)))
          .query(
              row -> {
                found.put(row.getString("id"), served(row));
              });
    }
    return found;
  }

  /** What a row should show: what the log tells, with what the outbox says after it. */
  @Nullable Store shown(String id, @Nullable Store logged) {
    return table.overlay(new StoreId(id), logged).orElse(null);
  }

  private static Served served(ResultSet row) throws SQLException {
    var derived = new LinkedHashMap<String, @Nullable Object>();
    for (var column : DERIVED) {
      var value = row.getObject(column);
      derived.put(column, value);
    }
    return new Served(row.getString("logged"), row.getString("current"), derived);
  }
}
