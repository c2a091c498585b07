package dev.uruimi.api.support;

import dev.uruimi.events.EncodedEvent;
import dev.uruimi.events.EventCodec;
import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.Topics;
import dev.uruimi.testing.KafkaBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The log as other services and operators see it. */
public final class EventLog implements AutoCloseable {

  private final String brokers;
  private final KafkaProducer<byte[], byte[]> producer;

  public EventLog(KafkaBroker kafka) {
    brokers = kafka.bootstrapServers();
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Says an event as a worker would. */
  public void say(StoreEvent event, Instant at) {
    say(new EventCodec().encode(EventEnvelope.of(event, "test", at, null)));
  }

  public void say(EncodedEvent event) {
    sayRaw(event.key(), new String(event.body(), StandardCharsets.UTF_8), event.headers());
  }

  /** Puts anything on the topic. */
  public void sayRaw(String key, @Nullable String value, Map<String, String> headers) {
    var encoded = new HashMap<String, byte[]>();
    headers.forEach((name, header) -> encoded.put(name, bytes(header)));
    put(Topics.STORE_EVENTS, bytes(key), value == null ? null : bytes(value), encoded);
  }

  /** Puts anything on any topic. */
  public void put(
      String topic, byte @Nullable [] key, byte @Nullable [] value, Map<String, byte[]> headers) {
    var record = new ProducerRecord<>(topic, null, key, value);
    headers.forEach((name, header) -> record.headers().add(name, header));
    try {
      producer.send(record).get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** All records of a topic with this key, from the beginning. */
  public List<ConsumerRecord<byte[], byte[]>> read(String topic, String key) {
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", brokers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions = consumer.partitionsFor(topic).stream().map(EventLog::partition).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                record -> {
                  if (record.key() != null
                      && key.equals(new String(record.key(), StandardCharsets.UTF_8))) {
                    records.add(record);
                  }
                });
      }
    }
    return records;
  }

  public static String header(ConsumerRecord<?, ?> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
