package dev.uruimi.api.webhooks;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes an attempt that was claimed, and settles what follows from it. */
@Component
class Delivering {

  private static final Logger log = LoggerFactory.getLogger(Delivering.class);

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final SecretSeal seal;
  private final Messenger messenger;
  private final Clock clock;
  private final RetryPolicy retries;

  Delivering(
      Webhooks webhooks,
      Deliveries deliveries,
      SecretSeal seal,
      Messenger messenger,
      Clock clock,
      WebhookProperties properties) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.seal = seal;
    this.messenger = messenger;
    this.clock = clock;
    this.retries = new RetryPolicy(properties.retries(), new SecureRandom());
  }

  /** The attempt; one that is interrupted is somebody else's once its claim runs out. */
  void attempt(Webhook webhook, Delivery delivery) throws InterruptedException {
    var outcome = send(webhook, delivery);
    log.atInfo()
        .addKeyValue("webhookId", webhook.id())
        .addKeyValue("deliveryId", delivery.id())
        .addKeyValue("storeId", delivery.storeId())
        .addKeyValue("eventId", delivery.eventId())
        .addKeyValue("attempt", delivery.attempts())
        .addKeyValue("answer", outcome.answer())
        .addKeyValue("error", outcome.error())
        .log(outcome.isDelivered() ? "webhook told" : "webhook not told");
    settle(delivery, outcome);
  }

  private Outcome send(Webhook webhook, Delivery delivery) throws InterruptedException {
    try {
      var at = clock.instant();
      var secret = seal.open(webhook.id(), webhook.sealedSecret());
      return messenger.post(
          URI.create(webhook.url()),
          Map.of(
              "webhook-id", delivery.id(),
              "webhook-timestamp", Long.toString(at.getEpochSecond()),
              "webhook-signature", secret.signature(delivery.id(), at, delivery.body())),
          delivery.body());
    } catch (GeneralSecurityException _) {
      return Outcome.failed("its secret was sealed with another key than WEBHOOKS_KEY_FILE");
    }
  }

  private void settle(Delivery delivery, Outcome outcome) {
    var now = clock.instant();
    var pause = retries.after(delivery.attempts() - delivery.earlierAttempts());
    if (outcome.isDelivered()) {
      deliveries.settle(delivery, DeliveryStatus.DELIVERED, now, outcome);
    } else if (outcome.isGone()) {
      webhooks.disable(delivery.webhookId(), now);
      deliveries.settle(delivery, DeliveryStatus.FAILED, now, outcome);
      deliveries.giveUp(delivery.webhookId(), "the recipient is gone for good");
    } else if (pause.isPresent()) {
      deliveries.settle(delivery, DeliveryStatus.PENDING, now.plus(pause.get()), outcome);
    } else {
      deliveries.settle(delivery, DeliveryStatus.FAILED, now, outcome);
    }
  }
}
