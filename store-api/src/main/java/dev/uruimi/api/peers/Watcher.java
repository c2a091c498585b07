package dev.uruimi.api.peers;

import java.time.Duration;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Asks the readiness-watcher, and reads its answers into records. */
@Component
public class Watcher {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Peers peers;
  private final PeerProperties properties;

  Watcher(Peers peers, PeerProperties properties) {
    this.peers = peers;
    this.properties = properties;
  }

  /** What it answers to a path, within the time set for it. */
  public <T> T ask(String path, Class<T> type) {
    return ask(path, type, properties.timeout());
  }

  /**
   * What it answers to a path. Fields that are not known here are left out.
   *
   * @throws PeerAwayException when it gives no answer that can be read within the limit
   */
  public <T> T ask(String path, Class<T> type, Duration limit) {
    var answer = peers.get(properties.watcher(), path, limit);
    if (answer.status() != 200) {
      throw new PeerAwayException("It answers with status %d.".formatted(answer.status()));
    }
    try {
      var value = JSON.readValue(answer.body(), type);
      if (value == null) {
        throw new PeerAwayException("Its answer is empty.");
      }
      WholeRecords.check(value);
      return value;
    } catch (JacksonException e) {
      throw new PeerAwayException("Its answer cannot be read.", e);
    }
  }
}
