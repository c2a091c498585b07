package dev.uruimi.api.deadletters;

import dev.uruimi.events.StoreId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that a service could not read, as it lies in that service's dead letters.
 *
 * @param record the record itself; its bytes may hold anything
 */
record DeadLetter(DeadLetterId id, ConsumerRecord<byte[], byte[]> record) {

  static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
    return new DeadLetter(
        new DeadLetterId(record.topic(), record.partition(), record.offset()), record);
  }

  /** When it was put there; milliseconds. */
  Instant at() {
    return Instant.ofEpochMilli(record.timestamp());
  }

  /** The store it is about, where its key is the id of one. */
  @Nullable String storeId() {
    var key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    return StoreId.isValid(key) ? key : null;
  }

  /** The CloudEvents type, where it has one. */
  @Nullable String eventType() {
    return headers().text("ce_type");
  }

  DeadLetterHeaders headers() {
    return new DeadLetterHeaders(record.headers());
  }

  /** Bytes of everything it holds. */
  long bytes() {
    var headers =
        Arrays.stream(record.headers().toArray())
            .mapToLong(header -> header.value() == null ? 0 : header.value().length)
            .sum();
    return headers
        + Math.max(0, record.serializedKeySize())
        + Math.max(0, record.serializedValueSize());
  }
}
