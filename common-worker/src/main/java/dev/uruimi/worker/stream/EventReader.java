package dev.uruimi.worker.stream;

import dev.uruimi.events.EventCodec;
import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.ReadEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/** Reads records; skips and counts types that this version does not know. */
final class EventReader implements Consumer<Message<byte[]>> {

  private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);

  private final EventCodec codec;
  private final StoreEventHandler handler;
  private final MeterRegistry meters;

  EventReader(EventCodec codec, StoreEventHandler handler, MeterRegistry meters) {
    this.codec = codec;
    this.handler = handler;
    this.meters = meters;
  }

  @Override
  public void accept(Message<byte[]> message) {
    switch (codec.decode(message.getHeaders(), message.getPayload())) {
      case ReadEvent.Known(var envelope) -> handle(envelope);
      case ReadEvent.Unknown(var type) -> {
        meters.counter("uruimi.events.unknown", "type", type).increment();
        LOG.atInfo().addKeyValue("eventType", type).log("event type unknown here, skipped");
      }
    }
  }

  private void handle(EventEnvelope envelope) {
    try {
      handler.on(envelope);
    } catch (RuntimeException e) {
      throw new NotTakenInException(e);
    }
  }
}
