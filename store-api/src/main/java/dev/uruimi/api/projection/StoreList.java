package dev.uruimi.api.projection;

import dev.uruimi.api.lifecycle.Status;
import dev.uruimi.api.lifecycle.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Lists stores, a page at a time. */
@Component
public class StoreList {

  private final JdbcClient jdbc;

  StoreList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The place of a store in an order.
   *
   * @param key see {@link StoreOrder#isKey}
   */
  public record Place(String key, String id) {}

  /**
   * A store and where it stands.
   *
   * @param version the number of its latest change
   */
  public record Listed(Store store, long version, Place place) {}

  /**
   * A page; all of one moment.
   *
   * @param more whether others stand behind it
   * @param counts what engines, owners and text let through, by status
   * @param position the number of the latest change
   */
  public record Page(List<Listed> stores, boolean more, Map<Status, Long> counts, long position) {}

  /** The stores behind a place, or the first ones. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Page page(StoreFilter filter, StoreOrder order, @Nullable Place after, int limit) {
    var rows = rows(filter, order, after, limit + 1);
    var position =
        jdbc.sql("select coalesce(max(change), 0) from stores").query(Long.class).single();
    return new Page(
        List.copyOf(rows.subList(0, Math.min(limit, rows.size()))),
        rows.size() > limit,
        counts(filter),
        position);
  }

  private List<Listed> rows(
      StoreFilter filter, StoreOrder order, @Nullable Place after, int limit) {
    var sql =
        "select id, change, current, %s as key from stores where %s%s order by %s limit :limit"
            .formatted(
                order.expression(),
                filter.condition(false),
                after == null ? "" : " and " + order.behind(),
                order.ordering());
    var statement = bound(sql, filter, false).param("limit", limit);
    if (after != null) {
      statement = statement.param("key", order.parameter(after.key())).param("id", after.id());
    }
    return statement.query((row, _) -> listed(row, order)).list();
  }

  private Map<Status, Long> counts(StoreFilter filter) {
    var counts = new EnumMap<Status, Long>(Status.class);
    bound(
            "select status, count(*) as stores from stores where %s group by status"
                .formatted(filter.condition(true)),
            filter,
            true)
        .query(
            row -> {
              var status = Status.of(row.getString("status")).orElseThrow();
              counts.put(status, row.getLong("stores"));
            });
    return counts;
  }

  private JdbcClient.StatementSpec bound(String sql, StoreFilter filter, boolean everyStatus) {
    var statement = jdbc.sql(sql).param("deletedSince", Timestamp.from(filter.deletedSince()));
    if (!everyStatus) {
      var labels = filter.wanted().stream().map(Status::label).toList();
      statement = statement.param("statuses", labels);
    }
    if (!filter.engines().isEmpty()) {
      statement = statement.param("engines", filter.engines());
    }
    if (!filter.owners().isEmpty()) {
      statement = statement.param("owners", filter.owners());
    }
    return filter.text() == null ? statement : statement.param("text", filter.text());
  }

  private static Listed listed(ResultSet row, StoreOrder order) throws SQLException {
    var store = StoreConversions.JSON.readValue(row.getString("current"), Store.class);
    var place = new Place(order.key(row, "key"), row.getString("id"));
    return new Listed(store, row.getLong("change"), place);
  }
}
