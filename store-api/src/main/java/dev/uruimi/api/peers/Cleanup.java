package dev.uruimi.api.peers;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks cleanup, and reads its answers into records. */
@Component
public class Cleanup {

  /** A sweep looks at the whole cluster. */
  private static final Duration SWEEP = Duration.ofSeconds(20);

  private final Peers peers;
  private final PeerProperties properties;

  Cleanup(Peers peers, PeerProperties properties) {
    this.peers = peers;
    this.properties = properties;
  }

  /**
   * What its last sweep found.
   *
   * @throws PeerAwayException when it gives no answer that can be read
   */
  public <T> T lastSweep(Class<T> type) {
    return PeerJson.read(peers.get(properties.cleanup(), "/sweep", properties.timeout()), type);
  }

  /**
   * Which stores the cluster has anything of now.
   *
   * @throws PeerAwayException when it gives no answer that can be read, or cannot read the cluster
   */
  public Presence presence() {
    var answer = peers.get(properties.cleanup(), "/sweep?all=true", SWEEP);
    if (answer.status() == 503) {
      throw new PeerAwayException("Cleanup cannot read the cluster now.");
    }
    return PeerJson.read(answer, Presence.class);
  }

  /**
   * Has it sweep now.
   *
   * @param force how many held things may go all the same; null: none
   * @throws PeerAwayException when it does not, or not in time
   */
  public void sweep(@Nullable Integer force) {
    var path = force == null ? "/sweep" : "/sweep?force=" + force;
    var answer = peers.post(properties.cleanup(), path, "{}", SWEEP);
    if (answer.status() / 100 != 2) {
      throw new PeerAwayException("It answers with status %d.".formatted(answer.status()));
    }
  }
}
