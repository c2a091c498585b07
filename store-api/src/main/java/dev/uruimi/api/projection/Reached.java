package dev.uruimi.api.projection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/**
 * How far this process has seen each of its partitions into the table. Only a table that was
 * replaced by an older one is behind that.
 */
@Component
class Reached {

  private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

  /** The offset after the last one that is in the table; 0 where nothing was seen yet. */
  long next(TopicPartition partition) {
    return next.getOrDefault(partition, 0L);
  }

  Map<TopicPartition, Long> all() {
    return Map.copyOf(next);
  }

  /** A record is in the table, its transaction has ended. */
  void note(LogRecord record) {
    next.merge(record.partition(), record.offset() + 1, Math::max);
  }

  /** Nothing is read now. */
  void forgetAll() {
    next.clear();
  }

  /** The partition is read from the table's offset now, or by somebody else. */
  void forget(TopicPartition partition) {
    next.remove(partition);
  }
}
