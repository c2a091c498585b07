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
  private final Reached reached;

  AppliedOffsets(JdbcClient jdbc, Reached reached) {
    this.jdbc = jdbc;
    this.reached = reached;
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
   * @throws TableBehindException when the table does not hold what was applied before it
   */
  boolean advance(TopicPartition partition, long offset) {
    var advanced =
        jdbc.sql(
                    """
                    insert into projection_offsets (projection, topic, partition, next_offset)
                    select :projection, :topic, :partition, :next
                    where :reached = 0 or exists (
                      select 1 from projection_offsets
                      where projection = :projection and topic = :topic and partition = :partition)
                    on conflict (projection, topic, partition) do update set next_offset = :next
                    where projection_offsets.next_offset between :reached and :next - 1
                    """)
                .param("projection", PROJECTION)
                .param("topic", partition.topic())
                .param("partition", partition.partition())
                .param("next", offset + 1)
                .param("reached", reached.next(partition))
                .update()
            == 1;
    if (!advanced && next(partition).orElse(0L) <= offset) {
      throw new TableBehindException(
          "%s is behind in the table: %d was reached".formatted(partition, offset));
    }
    return advanced;
  }
}
