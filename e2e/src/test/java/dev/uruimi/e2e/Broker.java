package dev.uruimi.e2e;

import dev.uruimi.events.EncodedEvent;
import dev.uruimi.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The broker, written to and looked at directly. */
final class Broker {

  private static final Map<String, Object> CONNECTION =
      Map.of("bootstrap.servers", "127.0.0.1:7092");

  private Broker() {}

  static void write(EncodedEvent record) {
    try (var producer =
        new KafkaProducer<>(CONNECTION, new StringSerializer(), new ByteArraySerializer())) {
      var message = new ProducerRecord<>(Topics.STORE_EVENTS, record.key(), record.body());
      record
          .headers()
          .forEach(
              (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      producer.send(message).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keys of the records in a service's dead letters. */
  static List<String> deadLetters(String service) {
    var topic = new TopicPartition(Topics.deadLetters(service), 0);
    try (var consumer =
        new KafkaConsumer<>(CONNECTION, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(topic));
      consumer.seekToBeginning(List.of(topic));
      var keys = new java.util.ArrayList<String>();
      var end = consumer.endOffsets(List.of(topic)).get(topic);
      while (consumer.position(topic) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> keys.add(record.key()));
      }
      return keys;
    }
  }

  /** Sets a consumer group back to the beginning of everything; nobody may be reading in it. */
  static void rewind(String group) {
    try (var admin = Admin.create(CONNECTION)) {
      var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
      for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
        offsets.put(new TopicPartition(Topics.STORE_EVENTS, partition), new OffsetAndMetadata(0));
      }
      admin.alterConsumerGroupOffsets(group, offsets).all().get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Records that a group has yet to read. */
  static long lag(String group) {
    try (var admin = Admin.create(CONNECTION);
        var consumer =
            new KafkaConsumer<>(
                CONNECTION, new StringDeserializer(), new ByteArrayDeserializer())) {
      var read = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      var ends = consumer.endOffsets(read.keySet());
      return read.entrySet().stream()
          .mapToLong(entry -> ends.get(entry.getKey()) - entry.getValue().offset())
          .sum();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
