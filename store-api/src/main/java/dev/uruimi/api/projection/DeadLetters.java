package dev.uruimi.api.projection;

import dev.uruimi.api.outbox.Publisher;
import dev.uruimi.events.EncodedEvent;
import dev.uruimi.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/**
 * The dead letters of this service: the record as it was, with headers that tell where it stood and
 * why it is here. All headers are text.
 */
@Component
class DeadLetters {

  static final String TOPIC = Topics.deadLetters("store-api");

  private final Publisher publisher;

  DeadLetters(Publisher publisher) {
    this.publisher = publisher;
  }

  void add(ConsumerRecord<?, ?> record, Throwable cause, String reason) {
    var headers = new LinkedHashMap<String, String>();
    for (var header : record.headers()) {
      if (header.value() != null && header.key().startsWith("ce_")) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    headers.put("x-original-topic", record.topic());
    headers.put("x-original-partition", Integer.toString(record.partition()));
    headers.put("x-original-offset", Long.toString(record.offset()));
    headers.put("x-exception-fqcn", cause.getClass().getName());
    headers.put("x-exception-message", reason);
    var body = record.value() instanceof byte[] bytes ? bytes : new byte[0];
    publisher.publish(TOPIC, new EncodedEvent(LogRecord.of(record).key(), headers, body));
  }
}
