package dev.uruimi.api.broker;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Clients of the broker. The admin is shared; whoever asks for another one closes it. */
@Component
public class Broker {

  private final String servers;
  private @Nullable Admin admin;

  Broker(@Value("${spring.cloud.stream.kafka.binder.brokers}") String servers) {
    this.servers = servers;
  }

  /** The shared admin; made when it is first asked for. */
  public synchronized Admin admin() {
    if (admin == null) {
      try {
        admin =
            Admin.create(
                Map.of(
                    "bootstrap.servers", servers,
                    "client.id", "store-api-operations",
                    "reconnect.backoff.max.ms", "1000",
                    "request.timeout.ms", "2000",
                    "default.api.timeout.ms", "4000"));
      } catch (KafkaException e) {
        throw new BrokerAwayException(e);
      }
    }
    return admin;
  }

  /** Reads bytes of partitions it is assigned; in no group, makes no topic, notes no offsets. */
  public Consumer<byte[], byte[]> consumer() {
    return consumer(Map.of());
  }

  /** As {@link #consumer()}, for reading much of a topic at once. */
  public Consumer<byte[], byte[]> bulkConsumer() {
    return consumer(Map.of("max.poll.records", "5000", "max.partition.fetch.bytes", "8388608"));
  }

  private Consumer<byte[], byte[]> consumer(Map<String, Object> more) {
    var settings =
        new HashMap<String, Object>(
            Map.of(
                "bootstrap.servers", servers,
                "enable.auto.commit", "false",
                "allow.auto.create.topics", "false",
                "auto.offset.reset", "none",
                "fetch.max.bytes", "8388608",
                // a question at the end of one partition must not hold up the next partition
                "fetch.max.wait.ms", "10",
                "request.timeout.ms", "2000",
                "default.api.timeout.ms", "3000"));
    settings.putAll(more);
    try {
      return new KafkaConsumer<>(
          settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    } catch (KafkaException e) {
      throw new BrokerAwayException(e);
    }
  }

  /** Sends bytes as they are; an acknowledgement is one of all replicas. */
  public Producer<byte[], byte[]> producer() {
    try {
      return new KafkaProducer<>(
          Map.of(
              "bootstrap.servers", servers,
              "acks", "all",
              "max.block.ms", "3000",
              "request.timeout.ms", "2000",
              "delivery.timeout.ms", "5000"),
          new ByteArraySerializer(),
          new ByteArraySerializer());
    } catch (KafkaException e) {
      throw new BrokerAwayException(e);
    }
  }

  /**
   * The answer, awaited.
   *
   * @throws BrokerAwayException when there is none in time
   */
  public static <T> T await(KafkaFuture<T> answer, Duration atMost) {
    try {
      return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new BrokerAwayException(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw new BrokerAwayException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerAwayException(e);
    }
  }

  @PreDestroy
  synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ofSeconds(1));
    }
  }
}
