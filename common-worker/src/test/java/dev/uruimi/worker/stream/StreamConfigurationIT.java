package dev.uruimi.worker.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.uruimi.events.EventCodec;
import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.StoreEvent.StoreDeleteRequested;
import dev.uruimi.events.StoreEvent.StoreInstalled;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.Topics;
import dev.uruimi.testing.KafkaBroker;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class StreamConfigurationIT {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final List<String> TAKEN_IN = new CopyOnWriteArrayList<>();
  private static final Map<String, Integer> DELIVERIES = new ConcurrentHashMap<>();

  private static KafkaBroker broker;
  private static ConfigurableApplicationContext worker;

  @BeforeAll
  static void aWorkerOnARealBroker() throws Exception {
    broker = KafkaBroker.started();
    try (var admin = Admin.create(connection())) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(Topics.STORE_EVENTS, 4, (short) 1),
                  new NewTopic(Topics.deadLetters("tester"), 1, (short) 1)))
          .all()
          .get();
    }
    worker =
        new SpringApplicationBuilder(Worker.class)
            .web(WebApplicationType.NONE)
            .run(
                "--spring.config.location=classpath:uruimi-worker.yaml",
                "--uruimi.service=tester",
                "--KAFKA_BOOTSTRAP_SERVERS=" + broker.bootstrapServers());
  }

  @AfterAll
  static void close() {
    if (worker != null) {
      worker.close();
    }
    broker.close();
  }

  @Test
  void whatIsPublishedIsPlainCloudEventsAndComesIn() {
    var id = new StoreId("aaaaaaaaaa");
    worker
        .getBean(StoreEventPublisher.class)
        .publish(new StoreInstalled(id, 1, 1, 5), "00-trace-span-01");

    await().until(() -> TAKEN_IN.contains(id + "/1/installed/1"));
    var record =
        records(Topics.STORE_EVENTS).stream().filter(r -> id.value().equals(r.key())).findFirst();
    var headers = new HashMap<String, String>();
    record
        .orElseThrow()
        .headers()
        .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    assertThat(headers)
        .containsEntry("ce_type", "dev.uruimi.store.installed.v1")
        .containsEntry("ce_traceparent", "00-trace-span-01")
        .containsEntry("content-type", "application/json");
  }

  @Test
  void aRecordThatCannotBeReadIsADeadLetterAtOnceAndTheNextIsTakenIn() {
    var id = new StoreId("bbbbbbbbbb");
    write(id, "dev.uruimi.store.delete-requested.v1", "{\"storeId\":");
    write(id, EventEnvelope.of(new StoreDeleteRequested(id, 2), "t", NOW, null));

    await().until(() -> TAKEN_IN.contains(id + "/2/delete-requested"));
    var letters =
        records(Topics.deadLetters("tester")).stream()
            .filter(r -> id.value().equals(r.key()))
            .toList();
    assertThat(letters).hasSize(1);
    var reasons = new ArrayList<String>();
    letters
        .getFirst()
        .headers()
        .forEach(h -> reasons.add(new String(h.value(), StandardCharsets.UTF_8)));
    assertThat(reasons).anyMatch(text -> text.contains("unreadable body"));
  }

  @Test
  void aRecordWithoutABodyHoldsUpNothing() {
    var id = new StoreId("eeeeeeeeee");
    write(id, Map.of("contentType", "no such/type;;"), null);
    write(id, Map.of("ce_type", "dev.uruimi.store.delete-requested.v1"), null);
    write(id, EventEnvelope.of(new StoreDeleteRequested(id, 3), "t", NOW, null));

    await().until(() -> TAKEN_IN.contains(id + "/3/delete-requested"));
    assertThat(records(Topics.deadLetters("tester"))).anyMatch(r -> id.value().equals(r.key()));
  }

  @Test
  void anUnknownTypeIsSkipped() {
    var id = new StoreId("cccccccccc");
    write(id, "dev.uruimi.store.claimed.v1", "{}");
    write(id, EventEnvelope.of(new StoreDeleteRequested(id, 1), "t", NOW, null));

    await().until(() -> TAKEN_IN.contains(id + "/1/delete-requested"));
    assertThat(records(Topics.deadLetters("tester"))).noneMatch(r -> id.value().equals(r.key()));
  }

  @Test
  void whatFailsForAnotherReasonComesAgainUntilItIsTakenIn() {
    var id = new StoreId("dddddddddd");
    write(id, EventEnvelope.of(new StoreDeleteRequested(id, 1), "t", NOW, null));

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> TAKEN_IN.contains(id + "/1/delete-requested"));
    assertThat(DELIVERIES.get(id.value())).isEqualTo(4);
    assertThat(records(Topics.deadLetters("tester"))).noneMatch(r -> id.value().equals(r.key()));
  }

  private static void write(StoreId id, EventEnvelope envelope) {
    var encoded = new EventCodec().encode(envelope);
    write(id, encoded.headers(), encoded.body());
  }

  private static void write(StoreId id, String type, String body) {
    var headers =
        Map.of(
            "ce_id",
            "x",
            "ce_source",
            "t",
            "ce_type",
            type,
            "ce_subject",
            id.value(),
            "ce_time",
            NOW.toString());
    write(id, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(StoreId id, Map<String, String> headers, byte[] body) {
    try (var producer =
        new KafkaProducer<>(connection(), new StringSerializer(), new ByteArraySerializer())) {
      var record = new ProducerRecord<>(Topics.STORE_EVENTS, id.value(), body);
      headers.forEach((k, v) -> record.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
      producer.send(record);
    }
  }

  private static List<ConsumerRecord<String, byte[]>> records(String topic) {
    try (var consumer =
        new KafkaConsumer<>(connection(), new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var found = new ArrayList<ConsumerRecord<String, byte[]>>();
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
      return found;
    }
  }

  private static Map<String, Object> connection() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(StreamConfiguration.class)
  static class Worker {

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    /** Fails three times for the store whose id begins with d. */
    @Bean
    StoreEventHandler handler() {
      return envelope -> {
        var id = envelope.event().storeId().value();
        var deliveries = DELIVERIES.merge(id, 1, Integer::sum);
        if (id.startsWith("d") && deliveries < 4) {
          throw new IllegalStateException("the cluster is away");
        }
        TAKEN_IN.add(envelope.id());
      };
    }
  }
}
