package dev.uruimi.api.platform;

import dev.uruimi.api.peers.PeerAwayException;
import dev.uruimi.api.peers.Peers;
import dev.uruimi.api.platform.HealthView.Condition;
import dev.uruimi.api.platform.HealthView.ServiceView;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a service how it is. */
@Component
class ServiceHealth {

  // together less than the limit of all parts
  private static final Duration FOR_HEALTH = Duration.ofMillis(1_500);
  private static final Duration FOR_LIFE = Duration.ofMillis(400);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Peers peers;

  ServiceHealth(Peers peers) {
    this.peers = peers;
  }

  /**
   * How it is. A health that takes its time (it asks the broker, too) is not a service that is
   * away: then it is asked whether it lives.
   *
   * @throws PeerAwayException when it does not answer at all
   */
  ServiceView of(String name, URI base) {
    var asked = System.nanoTime();
    try {
      var answer = peers.get(base, "/actuator/health", FOR_HEALTH);
      return judged(name, answer, Duration.ofNanos(System.nanoTime() - asked).toMillis());
    } catch (PeerAwayException away) {
      if (!lives(base)) {
        throw away;
      }
      return new ServiceView(
          name, Condition.IMPAIRED, "It lives, but does not tell its health in 1.5 s.", null);
    }
  }

  private boolean lives(URI base) {
    try {
      return peers.get(base, "/actuator/health/liveness", FOR_LIFE).status() == 200;
    } catch (PeerAwayException _) {
      // the caller tells of the first question, which has the better reason
      return false;
    }
  }

  static ServiceView judged(String name, Peers.Answer answer, long millis) {
    try {
      var health = JSON.readTree(answer.body());
      var status = health.path("status").asString("");
      if (answer.status() == 200 && status.equals("UP")) {
        return new ServiceView(name, Condition.UP, null, millis);
      }
      if (!status.isEmpty()) {
        return new ServiceView(name, Condition.IMPAIRED, sentence(status, health), millis);
      }
    } catch (JacksonException _) {
      // not the health of a service: said below
    }
    var detail = "It answers with status %d and no health.".formatted(answer.status());
    return new ServiceView(name, Condition.IMPAIRED, detail, millis);
  }

  private static String sentence(String status, JsonNode health) {
    var ill = new ArrayList<String>();
    health
        .path("components")
        .properties()
        .forEach(
            part -> {
              if (!part.getValue().path("status").asString("UP").equals("UP")) {
                ill.add(part.getKey());
              }
            });
    var whole = "It says of itself that it is %s".formatted(status);
    return ill.isEmpty() ? whole + "." : whole + ": " + String.join(", ", ill) + ".";
  }
}
