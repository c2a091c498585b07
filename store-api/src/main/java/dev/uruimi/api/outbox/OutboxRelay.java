package dev.uruimi.api.outbox;

import dev.uruimi.api.leases.Leases;
import dev.uruimi.api.projection.StoreChanged;
import dev.uruimi.api.time.LoopBean;
import dev.uruimi.api.web.Causes;
import dev.uruimi.events.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The one publisher of the outbox: holds a lease, publishes in order, awaits every acknowledgement.
 * While the broker is away it tries again; nothing is lost, something may come twice.
 */
@Component
class OutboxRelay extends LoopBean {

  private static final String LEASE = "outbox-relay";

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

  private final Outbox outbox;
  private final Publisher publisher;
  private final Leases leases;
  private final Clock clock;
  private final OutboxProperties properties;
  private boolean brokerAway;

  OutboxRelay(
      Outbox outbox, Publisher publisher, Leases leases, Clock clock, OutboxProperties properties) {
    super("outbox-relay");
    this.outbox = outbox;
    this.publisher = publisher;
    this.leases = leases;
    this.clock = clock;
    this.properties = properties;
  }

  @TransactionalEventListener
  void on(StoreChanged changed) {
    loop.call();
  }

  @Override
  public void stop() {
    super.stop();
    leases.release(LEASE);
  }

  @Override
  protected Duration round() {
    try {
      return publishAll() ? Duration.ZERO : properties.poll();
    } catch (RuntimeException e) {
      if (!brokerAway) {
        brokerAway = true;
        log.atWarn()
            .addKeyValue("cause", Causes.briefly(e))
            .log("outbox waits: cannot publish now");
      }
      return jittered(properties.backoff());
    }
  }

  /** Half to all of it, so that replicas do not try in step. */
  private static Duration jittered(Duration pause) {
    return pause.multipliedBy(ThreadLocalRandom.current().nextInt(50, 101)).dividedBy(100);
  }

  /** Whether there may be more at once. */
  private boolean publishAll() {
    if (!leases.hold(LEASE, properties.lease())) {
      return false;
    }
    var renewAt = clock.instant().plus(properties.lease().dividedBy(2));
    var rows = outbox.unpublished(properties.batch());
    for (var row : rows) {
      if (!loop.isRunning() || clock.instant().isAfter(renewAt)) {
        return loop.isRunning();
      }
      publish(row);
    }
    return rows.size() == properties.batch();
  }

  private void publish(OutboxRow row) {
    publisher.publish(Topics.STORE_EVENTS, Outbox.encoded(row));
    outbox.published(row, clock.instant());
    brokerAway = false;
    log.atInfo()
        .addKeyValue("storeId", row.storeId())
        .addKeyValue("eventId", row.id())
        .log("published");
  }
}
