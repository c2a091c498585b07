package dev.uruimi.api.webhooks;

import dev.uruimi.api.web.ProblemException;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Has a delivery sent again, whatever came of it. */
@Component
class Redelivering {

  private final Registering registering;
  private final Deliveries deliveries;
  private final Sending sending;
  private final Clock clock;

  Redelivering(Registering registering, Deliveries deliveries, Sending sending, Clock clock) {
    this.registering = registering;
    this.deliveries = deliveries;
    this.sending = sending;
    this.clock = clock;
  }

  /**
   * The delivery, due now.
   *
   * @throws ProblemException 404 for one that is not there, 409 while an attempt is under way and
   *     for a webhook that is disabled, 503 where no key is set up
   */
  Delivery renew(Webhook webhook, String deliveryId) {
    registering.requireKey();
    if (webhook.disabled() != null) {
      throw ProblemException.conflict(
          "webhook-disabled",
          "The webhook is disabled",
          "Its recipient said that it is gone for good; create another webhook.");
    }
    var delivery = find(webhook, deliveryId);
    if (!deliveries.renew(delivery.id(), clock.instant())) {
      throw ProblemException.conflict(
          "delivery-in-flight", "Being delivered", "An attempt is under way; see how it ends.");
    }
    sending.call();
    return find(webhook, deliveryId);
  }

  private Delivery find(Webhook webhook, String deliveryId) {
    return deliveries.find(webhook.id(), deliveryId).orElseThrow(NoSuch::delivery);
  }
}
