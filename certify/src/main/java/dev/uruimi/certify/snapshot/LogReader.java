package dev.uruimi.certify.snapshot;

import dev.uruimi.events.BadEventException;
import dev.uruimi.events.EventCodec;
import dev.uruimi.events.ReadEvent;
import dev.uruimi.events.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the log from offset 0, in no group; goes on from where it was each time. */
final class LogReader implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final List<TopicPartition> PARTITIONS =
      IntStream.range(0, Topics.PARTITIONS)
          .mapToObj(partition -> new TopicPartition(Topics.STORE_EVENTS, partition))
          .toList();

  private final EventCodec codec = new EventCodec();
  private final List<LogEvent> events = new ArrayList<>();
  private final KafkaConsumer<String, byte[]> consumer;

  LogReader(String bootstrapServers) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "enable.auto.commit", "false",
                "isolation.level", "read_committed",
                "default.api.timeout.ms", (int) PATIENCE.toMillis(),
                "reconnect.backoff.max.ms", "1000"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(PARTITIONS);
    consumer.seekToBeginning(PARTITIONS);
  }

  /**
   * Everything that can be read, up to what is there now.
   *
   * @throws IOException when the broker does not answer in time
   */
  List<LogEvent> read() throws IOException {
    try {
      var ends = consumer.endOffsets(PARTITIONS, PATIENCE);
      var deadline = System.nanoTime() + PATIENCE.toNanos();
      while (ends.entrySet().stream().anyMatch(end -> isBehind(end.getKey(), end.getValue()))) {
        if (System.nanoTime() > deadline) {
          throw new IOException("the log cannot be read to its end");
        }
        consumer.poll(Duration.ofMillis(200)).forEach(this::take);
      }
      return List.copyOf(events);
    } catch (KafkaException e) {
      throw new IOException("the broker does not answer: " + e.getMessage(), e);
    }
  }

  private boolean isBehind(TopicPartition partition, long end) {
    return consumer.position(partition, PATIENCE) < end;
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    var headers = new HashMap<String, byte[]>();
    record.headers().forEach(header -> headers.put(header.key(), header.value()));
    try {
      if (record.value() != null
          && codec.decode(headers, record.value()) instanceof ReadEvent.Known(var envelope)) {
        events.add(
            new LogEvent(record.partition(), record.offset(), envelope.id(), envelope.event()));
      }
    } catch (BadEventException | IllegalArgumentException e) {
      // a dead letter to every service: it says nothing about any store
      return;
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
