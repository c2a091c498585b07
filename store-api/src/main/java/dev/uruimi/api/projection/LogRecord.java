package dev.uruimi.api.projection;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** Where a record stands in the log, and its key as text. */
record LogRecord(TopicPartition partition, long offset, String key) {

  static LogRecord of(Message<?> message) {
    var headers = message.getHeaders();
    var topic = headers.get(KafkaHeaders.RECEIVED_TOPIC, String.class);
    var partition = headers.get(KafkaHeaders.RECEIVED_PARTITION, Integer.class);
    var offset = headers.get(KafkaHeaders.OFFSET, Long.class);
    if (topic == null || partition == null || offset == null) {
      throw new IllegalArgumentException("not a record of Kafka");
    }
    var key = headers.get(KafkaHeaders.RECEIVED_KEY);
    return new LogRecord(new TopicPartition(topic, partition), offset, text(key));
  }

  static LogRecord of(ConsumerRecord<?, ?> record) {
    return new LogRecord(
        new TopicPartition(record.topic(), record.partition()),
        record.offset(),
        text(record.key()));
  }

  /** For people: {@code topic-partition@offset}. */
  String position() {
    return partition + "@" + offset;
  }

  private static String text(@Nullable Object key) {
    return key instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "";
  }
}
