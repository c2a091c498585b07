package dev.uruimi.api.webhooks;

import dev.uruimi.api.web.ProblemException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds and removes webhooks. */
@Component
class Registering {

  private static final Logger log = LoggerFactory.getLogger(Registering.class);
  private static final int ID_BYTES = 8;

  private final SecureRandom random = new SecureRandom();
  private final Webhooks webhooks;
  private final SecretSeal seal;
  private final Clock clock;
  private final int most;

  Registering(Webhooks webhooks, SecretSeal seal, Clock clock, WebhookProperties properties) {
    this.webhooks = webhooks;
    this.seal = seal;
    this.clock = clock;
    this.most = properties.most();
  }

  /**
   * @throws ProblemException 503 where no key is set up
   */
  public void requireKey() {
    if (!seal.isSetUp()) {
      throw new ProblemException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "webhooks-not-set-up",
          "Webhooks are not set up here",
          "WEBHOOKS_KEY_FILE names no key to keep their secrets with.");
    }
  }

  /**
   * Adds a webhook; it is told of what happens from now on.
   *
   * @throws ProblemException 409 when there are too many already
   */
  @Transactional
  public CreatedWebhookView add(NewWebhook wish) {
    if (webhooks.countAlone() >= most) {
      throw ProblemException.conflict(
          "too-many-webhooks",
          "Too many webhooks",
          "There may be %d webhooks; delete one first.".formatted(most));
    }
    var secret = SigningSecret.random(random);
    var id = id();
    var webhook =
        new Webhook(
            id,
            wish.url(),
            wish.events().stream().map(label -> WebhookEvent.of(label).orElseThrow()).toList(),
            wish.description(),
            seal.seal(id, secret),
            clock.instant(),
            null);
    webhooks.add(webhook);
    log.atInfo().addKeyValue("webhookId", id).log("webhook added");
    return CreatedWebhookView.of(webhook, secret);
  }

  /** Removes a webhook and its deliveries; what is being sent may still arrive. */
  public void remove(String id) {
    webhooks.remove(id);
    log.atInfo().addKeyValue("webhookId", id).log("webhook removed");
  }

  private String id() {
    var bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return "wh_" + HexFormat.of().formatHex(bytes);
  }
}
