package dev.uruimi.api.projection;

import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each partition of the log is in the table; part of the table's own transactions. */
@Component
class AppliedOffsets {

  private static final String PROJECTION = "stores";

  private final JdbcClient jdbc;

  AppliedOffsets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The offset to go on from. */
  Optional<Long> next(TopicPartition partition) {
    return jdbc.sql(
            """
            select next_offset from projection_offsets
            where projection = :projection and topic = :topic and partition = :partition
            """)
        .param("projection", PROJECTION)
        .param("topic", partition.topic())
        .param("partition", partition.partition())
        .query(Long.class)
        .optional();
  }

  /**
   * Notes that the record at an offset is applied, and holds the partition against others until the
   * transaction ends.
   *
   * @return false when it was applied before
   */
  boolean advance(TopicPartition partition, long offset) {
    return jdbc.sql(
                """
                insert into projection_offsets (projection, topic, partition, next_offset)
                values (:projection, :topic, :partition, :next)
                on conflict (projection, topic, partition) do update set next_offset = :next
                where projection_offsets.next_offset < :next
                """)
            .param("projection", PROJECTION)
            .param("topic", partition.topic())
            .param("partition", partition.partition())
            .param("next", offset + 1)
            .update()
        == 1;
  }
}
