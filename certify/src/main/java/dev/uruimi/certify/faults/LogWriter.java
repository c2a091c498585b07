package dev.uruimi.certify.faults;

import dev.uruimi.events.EncodedEvent;
import dev.uruimi.events.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to the log what no service said. */
final class LogWriter implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;

  LogWriter(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "request.timeout.ms",
                10_000,
                "delivery.timeout.ms",
                30_000),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  void write(EncodedEvent event) throws IOException, InterruptedException {
    var record = new ProducerRecord<>(Topics.STORE_EVENTS, event.key(), event.body());
    event
        .headers()
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IOException("the broker did not take a record", e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
