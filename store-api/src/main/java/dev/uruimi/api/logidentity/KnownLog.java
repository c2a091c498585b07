package dev.uruimi.api.logidentity;

import dev.uruimi.events.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The log that the table was made of, and how far. */
@Component
public class KnownLog {

  private final JdbcClient jdbc;

  KnownLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<String> topicId() {
    return jdbc.sql("select topic_id from log_identity where topic = :topic")
        .param("topic", Topics.STORE_EVENTS)
        .query(String.class)
        .optional();
  }

  /** The next offset to apply, by partition. */
  Map<Integer, Long> applied() {
    var next = new HashMap<Integer, Long>();
    jdbc.sql("select partition, next_offset from projection_offsets where topic = :topic")
        .param("topic", Topics.STORE_EVENTS)
        .query(
            row -> {
              next.put(row.getInt("partition"), row.getLong("next_offset"));
            });
    return next;
  }

  void remember(String topicId) {
    jdbc.sql(
            """
            insert into log_identity (topic, topic_id) values (:topic, :id)
            on conflict (topic) do update set topic_id = :id
            """)
        .param("topic", Topics.STORE_EVENTS)
        .param("id", topicId)
        .update();
  }

  /** Takes a log for the table's own from now on, of which nothing is applied yet. */
  @Transactional
  public void beginAnew(String topicId) {
    remember(topicId);
    jdbc.sql("delete from projection_offsets where topic = :topic")
        .param("topic", Topics.STORE_EVENTS)
        .update();
  }
}
