package dev.uruimi.api.projection;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.stereotype.Component;

/**
 * What happens to a record that a repeat won't help. First the dead letter, then the mark that
 * moves the offset: a crash between them repeats, it loses nothing.
 */
@Component
class Burial implements ConsumerRecordRecoverer {

  private static final Logger log = LoggerFactory.getLogger(Burial.class);

  private final Projection projection;
  private final DeadLetters deadLetters;
  private final Reached reached;
  private final MeterRegistry meters;

  Burial(Projection projection, DeadLetters deadLetters, Reached reached, MeterRegistry meters) {
    this.projection = projection;
    this.deadLetters = deadLetters;
    this.reached = reached;
    this.meters = meters;
  }

  @Override
  public void accept(ConsumerRecord<?, ?> record, Exception failure) {
    var place = LogRecord.of(record);
    if (projection.isApplied(place.partition(), place.offset())) {
      reached.note(place);
      return;
    }
    var cause = Failures.root(failure);
    var reason = Failures.sentence(cause);
    deadLetters.add(record, cause, reason);
    projection.mark(place.partition(), place.offset(), place.key(), reason);
    reached.note(place);
    meters.counter("uruimi.events.dead").increment();
    log.atWarn()
        .addKeyValue("storeId", place.key())
        .addKeyValue("position", place.position())
        .addKeyValue("cause", reason)
        .log("dead-lettered");
  }
}
