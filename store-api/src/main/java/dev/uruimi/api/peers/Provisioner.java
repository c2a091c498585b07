package dev.uruimi.api.peers;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Asks the provisioner, and reads its answers into records. */
@Component
public class Provisioner {

  private final Peers peers;
  private final PeerProperties properties;

  Provisioner(Peers peers, PeerProperties properties) {
    this.peers = peers;
    this.properties = properties;
  }

  /**
   * What it knows against a store that is not asked for yet.
   *
   * @param body the question, as JSON
   * @throws PeerAwayException when it gives no answer that can be read within the limit
   */
  public <T> T preflight(String body, Class<T> type, Duration limit) {
    return PeerJson.read(peers.post(properties.provisioner(), "/preflight", body, limit), type);
  }
}
