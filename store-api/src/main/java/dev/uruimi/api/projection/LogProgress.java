package dev.uruimi.api.projection;

import dev.uruimi.events.Topics;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the table has read the log. */
@Component
public class LogProgress {

  private final JdbcClient jdbc;

  LogProgress(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The next offset to apply, by partition; partitions without one begin at 0. */
  public Map<Integer, Long> nextOffsets() {
    var next = new HashMap<Integer, Long>();
    jdbc.sql("select partition, next_offset from projection_offsets where topic = :topic")
        .param("topic", Topics.STORE_EVENTS)
        .query(
            row -> {
              next.put(row.getInt("partition"), row.getLong("next_offset"));
            });
    return next;
  }
}
