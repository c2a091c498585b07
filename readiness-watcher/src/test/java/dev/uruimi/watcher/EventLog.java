package dev.uruimi.watcher;

import dev.uruimi.events.EncodedEvent;
import dev.uruimi.events.EventCodec;
import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.ReadEvent;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic of store events, seen from outside. */
final class EventLog {

  private static final int PARTITIONS = 4;
  private final Map<String, Object> connection;

  EventLog(String bootstrapServers) {
    connection = Map.of("bootstrap.servers", bootstrapServers);
  }

  void create() throws Exception {
    try (var admin = Admin.create(connection)) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(Topics.STORE_EVENTS, PARTITIONS, (short) 1),
                  new NewTopic(Topics.deadLetters("readiness-watcher"), 1, (short) 1)))
          .all()
          .get();
    }
  }

  void write(StoreEvent event) {
    EncodedEvent encoded =
        new EventCodec().encode(EventEnvelope.of(event, "test", Instant.EPOCH, null));
    var record =
        new ProducerRecord<String, byte[]>(Topics.STORE_EVENTS, encoded.key(), encoded.body());
    encoded
        .headers()
        .forEach((n, v) -> record.headers().add(n, v.getBytes(StandardCharsets.UTF_8)));
    try (var producer =
        new KafkaProducer<String, byte[]>(
            connection, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(record);
    }
  }

  /** What the watcher said of a store so far. */
  List<StoreEvent> saidOf(StoreId id) {
    return all().stream()
        .filter(envelope -> envelope.source().equals("/uruimi/readiness-watcher"))
        .map(EventEnvelope::event)
        .filter(event -> event.storeId().equals(id))
        .toList();
  }

  List<EventEnvelope> all() {
    var settings = new HashMap<String, Object>(connection);
    settings.put("auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions = partitions();
      consumer.assign(partitions);
      var ends = consumer.endOffsets(partitions);
      var found = new ArrayList<EventEnvelope>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          var headers = new HashMap<String, byte[]>();
          record.headers().forEach(header -> headers.put(header.key(), header.value()));
          if (new EventCodec().decode(headers, record.value())
              instanceof ReadEvent.Known(var envelope)) {
            found.add(envelope);
          }
        }
      }
      return found;
    }
  }

  /** Whether the group has taken in everything. */
  boolean isTakenIn(String group) throws Exception {
    try (var admin = Admin.create(connection);
        var consumer =
            new KafkaConsumer<>(
                connection, new StringDeserializer(), new ByteArrayDeserializer())) {
      var offsets = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      return consumer.endOffsets(partitions()).entrySet().stream()
          .allMatch(
              end -> {
                var offset = offsets.get(end.getKey());
                return end.getValue() == 0 || offset != null && offset.offset() == end.getValue();
              });
    }
  }

  /** Sets a group without members back to the beginning. */
  void reset(String group) throws Exception {
    var beginning = new HashMap<TopicPartition, OffsetAndMetadata>();
    partitions().forEach(partition -> beginning.put(partition, new OffsetAndMetadata(0)));
    try (var admin = Admin.create(connection)) {
      admin.alterConsumerGroupOffsets(group, beginning).all().get();
    }
  }

  private static List<TopicPartition> partitions() {
    var partitions = new ArrayList<TopicPartition>();
    for (int number = 0; number < PARTITIONS; number++) {
      partitions.add(new TopicPartition(Topics.STORE_EVENTS, number));
    }
    return partitions;
  }
}
