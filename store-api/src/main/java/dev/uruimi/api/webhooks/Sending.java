package dev.uruimi.api.webhooks;

import dev.uruimi.api.time.LoopBean;
import dev.uruimi.api.web.Causes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends what is due, on every replica: each attempt is claimed by one of them. No recipient is sent
 * more than two at once by a replica, so that a slow one holds up nobody else.
 */
@Component
class Sending extends LoopBean {

  private static final Logger log = LoggerFactory.getLogger(Sending.class);
  private static final int AT_ONCE = 2;
  private static final int TIMES_OF_A_CLAIM = 3;
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final Delivering delivering;
  private final SecretSeal seal;
  private final Clock clock;
  private final WebhookProperties properties;
  private boolean away;

  Sending(
      Webhooks webhooks,
      Deliveries deliveries,
      Delivering delivering,
      SecretSeal seal,
      Clock clock,
      WebhookProperties properties) {
    super("webhooks");
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.delivering = delivering;
    this.seal = seal;
    this.clock = clock;
    this.properties = properties;
  }

  @TransactionalEventListener
  void on(Recording.Recorded recorded) {
    loop.call();
  }

  /** Something is due, as far as the caller knows. */
  void call() {
    loop.call();
  }

  @Override
  public void start() {
    if (seal.isSetUp()) {
      super.start();
    }
  }

  @Override
  public void stop() {
    super.stop();
    threads.shutdown();
    try {
      threads.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }

  @Override
  protected Duration round() {
    try {
      deliveries.webhooksWithDue(clock.instant()).forEach(this::send);
      away = false;
    } catch (RuntimeException e) {
      if (!away) {
        away = true;
        log.atWarn().addKeyValue("cause", Causes.briefly(e)).log("webhooks wait");
      }
    }
    return properties.poll();
  }

  private void send(String webhookId) {
    var free = AT_ONCE - underWay.getOrDefault(webhookId, 0);
    if (free > 0) {
      webhooks
          .find(webhookId)
          .ifPresent(
              webhook ->
                  deliveries
                      .claim(
                          webhookId,
                          free,
                          clock.instant(),
                          properties.timeout().multipliedBy(TIMES_OF_A_CLAIM))
                      .forEach(delivery -> begin(webhook, delivery)));
    }
  }

  private void begin(Webhook webhook, Delivery delivery) {
    underWay.merge(webhook.id(), 1, Integer::sum);
    threads.execute(
        () -> {
          try {
            delivering.attempt(webhook, delivery);
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException e) {
            log.atWarn()
                .addKeyValue("deliveryId", delivery.id())
                .addKeyValue("cause", Causes.briefly(e))
                .log("an attempt is not noted; it is made again");
          } finally {
            underWay.computeIfPresent(webhook.id(), (_, count) -> count == 1 ? null : count - 1);
            loop.call();
          }
        });
  }
}
