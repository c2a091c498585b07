package dev.uruimi.api.webhooks;

import dev.uruimi.api.web.Causes;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Forgets deliveries of events that are so old that they would not be told any more. */
@Component
class Pruning {

  private static final Logger log = LoggerFactory.getLogger(Pruning.class);

  private final Deliveries deliveries;
  private final Clock clock;
  private final WebhookProperties properties;

  Pruning(Deliveries deliveries, Clock clock, WebhookProperties properties) {
    this.deliveries = deliveries;
    this.clock = clock;
    this.properties = properties;
  }

  @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
  void prune() {
    try {
      deliveries.prune(clock.instant().minus(properties.keep()));
    } catch (DataAccessException | TransactionException e) {
      log.atWarn().addKeyValue("cause", Causes.briefly(e)).log("old deliveries stay for now");
    }
  }
}
