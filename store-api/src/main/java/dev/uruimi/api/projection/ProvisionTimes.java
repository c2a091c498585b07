package dev.uruimi.api.projection;

import dev.uruimi.api.lifecycle.Store;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long it took stores to be ready, by the attempt that each is in; deleted ones included. */
@Component
public class ProvisionTimes {

  private final JdbcClient jdbc;

  ProvisionTimes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The stores that were ready first in a stretch of time.
   *
   * @param from its beginning, a multiple of its length
   */
  public record Bucket(Instant from, long count, long medianMillis, long p95Millis) {}

  /** The stretches since a time in which any store got ready, the earliest first. */
  public List<Bucket> buckets(Instant since, Duration length, @Nullable String engine) {
    var millis = length.toMillis();
    return jdbc.sql(
            """
            select floor(extract(epoch from ready_at) * 1000 / :millis)::bigint as slot,
              count(*) as stores,
              percentile_cont(0.5) within group (order by ready_after)::bigint as median,
              percentile_disc(0.95) within group (order by ready_after) as p95
            from stores
            where ready_at >= :since and ready_after > 0
              and (cast(:engine as text) is null or engine = cast(:engine as text))
            group by slot order by slot
            """)
        .param("millis", millis)
        .param("since", Timestamp.from(since))
        .param("engine", engine)
        .query(
            (row, _) ->
                new Bucket(
                    Instant.ofEpochMilli(row.getLong("slot") * millis),
                    row.getLong("stores"),
                    row.getLong("median"),
                    row.getLong("p95")))
        .list();
  }

  /** Engines any store of which was ever ready. */
  public List<String> engines() {
    return jdbc.sql(
            """
            select distinct engine from stores
            where ready_at is not null and ready_after > 0 order by engine
            """)
        .query(String.class)
        .list();
  }

  /** The stores of an engine that were ready last. */
  public List<Store> latest(String engine, int limit) {
    return jdbc.sql(
            """
            select current from stores
            where engine = :engine and ready_at is not null and ready_after > 0
            order by ready_at desc limit :limit
            """)
        .param("engine", engine)
        .param("limit", limit)
        .query((row, _) -> StoreConversions.JSON.readValue(row.getString("current"), Store.class))
        .list();
  }
}
