package dev.uruimi.api.projection;

import dev.uruimi.api.logidentity.LogWatch;
import dev.uruimi.events.EventCodec;
import dev.uruimi.events.EventEnvelope;
import dev.uruimi.events.ReadEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;

/**
 * Reads the log: applies what it knows, passes unknown types over and counts them. What it throws
 * is for {@link LogReading} to judge.
 */
@Component("storeEvents")
class StoreEvents implements Consumer<Message<byte[]>> {

  private static final Logger log = LoggerFactory.getLogger(StoreEvents.class);

  private final EventCodec codec = new EventCodec();
  private final Projection projection;
  private final LogWatch watch;
  private final Reached reached;
  private final MeterRegistry meters;

  StoreEvents(Projection projection, LogWatch watch, Reached reached, MeterRegistry meters) {
    this.projection = projection;
    this.watch = watch;
    this.reached = reached;
    this.meters = meters;
  }

  @Override
  public void accept(Message<byte[]> message) {
    watch.requireKnown();
    var record = LogRecord.of(message);
    switch (codec.decode(EventHeaders.of(message), message.getPayload())) {
      case ReadEvent.Known(var envelope) -> apply(record, envelope);
      case ReadEvent.Unknown(var type) -> skip(record, type);
    }
    reached.note(record);
  }

  private void apply(LogRecord record, EventEnvelope envelope) {
    if (projection.apply(record.partition(), record.offset(), envelope)) {
      log.atInfo()
          .addKeyValue("storeId", envelope.event().storeId())
          .addKeyValue("eventId", envelope.id())
          .addKeyValue("eventType", envelope.type())
          .addKeyValue("attempt", envelope.event().attempt())
          .log("applied");
    }
  }

  private void skip(LogRecord record, String type) {
    if (projection.skip(record.partition(), record.offset())) {
      meters.counter("uruimi.events.unknown").increment();
      log.atWarn()
          .addKeyValue("storeId", record.key())
          .addKeyValue("eventType", type)
          .addKeyValue("position", record.position())
          .log("skipped: unknown type");
    }
  }
}
