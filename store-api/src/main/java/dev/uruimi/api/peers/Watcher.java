package dev.uruimi.api.peers;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Asks the readiness-watcher, and reads its answers into records. */
@Component
public class Watcher {

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
    return PeerJson.read(answer, type);
  }
}
