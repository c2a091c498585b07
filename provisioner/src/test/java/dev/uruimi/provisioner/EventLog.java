package dev.uruimi.provisioner;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.uruimi.events.EventCodec;
import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.ReadEvent;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The log as a test sees it. */
final class EventLog implements AutoCloseable {

  private final EventCodec codec = new EventCodec();
  private final String brokers;
  private final KafkaProducer<byte[], byte[]> producer;

  EventLog(String brokers) {
    this.brokers = brokers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  void createTopics() throws Exception {
    try (var admin = admin()) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(Topics.STORE_EVENTS, Optional.of(8), Optional.empty()),
                  new NewTopic(
                      Topics.deadLetters("provisioner"), Optional.of(1), Optional.empty())))
          .all()
          .get(60, TimeUnit.SECONDS);
    }
  }

  Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", brokers));
  }

  void say(StoreEvent event) {
    var encoded = codec.encode(EventEnvelope.of(event, "test", Instant.EPOCH, null));
    send(encoded.key(), encoded.headers(), encoded.body());
  }

  void send(String key, Map<String, String> headers, byte[] body) {
    var record = new ProducerRecord<>(Topics.STORE_EVENTS, key.getBytes(UTF_8), body);
    headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    try {
      producer.send(record).get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** All readable events of a store, its requests excepted. */
  List<StoreEvent> answers(StoreId id) {
    return records(Topics.STORE_EVENTS).stream()
        .filter(record -> new String(record.key(), UTF_8).equals(id.value()))
        .map(this::read)
        .flatMap(Optional::stream)
        .filter(event -> !(event instanceof StoreEvent.StoreRequested))
        .toList();
  }

  List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    var settings = Map.<String, Object>of("bootstrap.servers", brokers);
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
      return found;
    }
  }

  private Optional<StoreEvent> read(ConsumerRecord<byte[], byte[]> record) {
    var headers = new HashMap<String, Object>();
    record.headers().forEach(header -> headers.put(header.key(), header.value()));
    try {
      return codec.decode(headers, record.value()) instanceof ReadEvent.Known(var envelope)
          ? Optional.of(envelope.event())
          : Optional.empty();
    } catch (RuntimeException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
