package dev.uruimi.api.outbox;

import dev.uruimi.events.EncodedEvent;
import java.nio.charset.StandardCharsets;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Component;

/** Puts a record on a topic and returns once the broker has acknowledged it. */
@Component
public class Publisher {

  private final StreamBridge bridge;

  Publisher(StreamBridge bridge) {
    this.bridge = bridge;
  }

  /**
   * @throws RuntimeException when the broker did not acknowledge; it may hold the record
   *     nevertheless
   */
  public void publish(String topic, EncodedEvent event) {
    var message = MessageBuilder.withPayload(event.body());
    message.setHeader(KafkaHeaders.KEY, bytes(event.key()));
    message.setHeader(MessageHeaders.CONTENT_TYPE, "application/json");
    // bytes, so that the binder writes them as they are instead of as JSON
    event.headers().forEach((name, value) -> message.setHeader(name, bytes(value)));
    if (!bridge.send(topic, message.build())) {
      throw new IllegalStateException("the broker did not take the record");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
