package dev.uruimi.api.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What went wrong lately, as the timelines of stores tell; deleted stores included. */
@Component
public class RecentFailures {

  private final JdbcClient jdbc;

  RecentFailures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * All failures of one code.
   *
   * @param code {@code unknown} for those of timelines that hold no codes yet
   * @param sentence of the latest
   * @param stores ids of at most five, those of the latest failures first
   */
  public record Failures(
      String code, String sentence, long count, Instant latest, List<String> stores) {}

  /** The failures since a time, the most frequent code first; at most 100 codes. */
  public List<Failures> since(Instant time) {
    return jdbc.sql(
            """
            with failures as (
              select id, coalesce(entry ->> 'code', 'unknown') as code,
                coalesce(entry ->> 'detail', '') as sentence, (entry ->> 'at')::timestamptz as at
              from stores, json_array_elements(current -> 'timeline') entry
              where troubled_at >= :since
                and entry ->> 'step' in ('failed', 'degraded', 'delete_failed')
            ), by_store as (
              select code, id, count(*) as failures, max(at) as at,
                (array_agg(sentence order by at desc))[1] as sentence
              from failures where at >= :since group by code, id
            )
            select code, sum(failures)::bigint as failures, max(at) as latest,
              (array_agg(sentence order by at desc))[1] as sentence,
              (array_agg(id order by at desc))[1\\:5] as stores
            from by_store group by code order by failures desc, latest desc, code limit 100
            """)
        .param("since", Timestamp.from(time))
        .query((row, _) -> failures(row))
        .list();
  }

  private static Failures failures(ResultSet row) throws SQLException {
    return new Failures(
        row.getString("code"),
        row.getString("sentence"),
        row.getLong("failures"),
        row.getTimestamp("latest").toInstant(),
        List.of((String[]) row.getArray("stores").getArray()));
  }
}
