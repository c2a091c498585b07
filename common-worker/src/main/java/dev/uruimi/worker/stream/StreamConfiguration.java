package dev.uruimi.worker.stream;

import dev.uruimi.events.EventCodec;
import dev.uruimi.events.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.messaging.Message;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Store events in and out over Spring Cloud Stream. What cannot be read goes to the dead letters at
 * once; whatever else fails is delivered again, without end and with growing pauses.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamProperties.class)
public class StreamConfiguration {

  @Bean
  Consumer<Message<byte[]>> storeEvents(StoreEventHandler handler, MeterRegistry meters) {
    return new EventReader(new EventCodec(), handler, meters);
  }

  @Bean
  StoreEventPublisher storeEventPublisher(
      StreamBridge bridge, StreamProperties properties, Clock clock) {
    return new BridgePublisher(bridge, new EventCodec(), properties.service(), clock);
  }

  @Bean
  KafkaTemplate<byte[], byte[]> deadLetterTemplate(
      @Value("${spring.cloud.stream.kafka.binder.brokers}") String brokers) {
    return new KafkaTemplate<>(
        new DefaultKafkaProducerFactory<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class)));
  }

  @Bean
  ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> errorHandling(
      KafkaTemplate<byte[], byte[]> deadLetterTemplate, StreamProperties properties) {
    var deadLetters =
        new DeadLetterPublishingRecoverer(
            deadLetterTemplate,
            (_, _) -> new TopicPartition(Topics.deadLetters(properties.service()), -1));
    deadLetters.setFailIfSendResultIsError(true);
    var pauses = new ExponentialBackOff(500, 2);
    pauses.setMaxInterval(15_000);
    var handler = new DefaultErrorHandler(deadLetters, pauses);
    // A record without a body or with broken headers fails before anybody reads it: no second try.
    handler.setClassifications(Map.of(NotTakenInException.class, true), false);
    return (container, _, _) -> container.setCommonErrorHandler(handler);
  }
}
