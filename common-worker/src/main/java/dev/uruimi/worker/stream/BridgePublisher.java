package dev.uruimi.worker.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.uruimi.events.EventCodec;
import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.StoreEvent;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;

/** Publishes through the binding {@code facts}, whose producer awaits the acknowledgement. */
final class BridgePublisher implements StoreEventPublisher {

  private static final Logger LOG = LoggerFactory.getLogger(BridgePublisher.class);

  private final StreamBridge bridge;
  private final EventCodec codec;
  private final String service;
  private final Clock clock;

  BridgePublisher(StreamBridge bridge, EventCodec codec, String service, Clock clock) {
    this.bridge = bridge;
    this.codec = codec;
    this.service = service;
    this.clock = clock;
  }

  @Override
  public void publish(StoreEvent event, @Nullable String traceparent) {
    var envelope = EventEnvelope.of(event, service, clock.instant(), traceparent);
    var encoded = codec.encode(envelope);
    var message =
        MessageBuilder.withPayload(encoded.body())
            .setHeader(KafkaHeaders.KEY, encoded.key().getBytes(UTF_8));
    // As bytes: the binder would write text as JSON, in quotes.
    encoded.headers().forEach((name, value) -> message.setHeader(name, value.getBytes(UTF_8)));
    if (!bridge.send("facts", message.build())) {
      throw new IllegalStateException("not acknowledged: " + envelope.id());
    }
    LOG.atInfo()
        .addKeyValue("storeId", event.storeId())
        .addKeyValue("eventId", envelope.id())
        .addKeyValue("eventType", envelope.type())
        .addKeyValue("attempt", event.attempt())
        .log("published");
  }
}
