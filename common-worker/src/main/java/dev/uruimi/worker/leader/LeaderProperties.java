package dev.uruimi.worker.leader;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the leader among replicas is found ({@code uruimi.leader.*}).
 *
 * @param lease how long others wait for a leader that does not renew
 * @param renew how long a leader acts without having renewed; shorter than the lease, since clocks
 *     do not run alike
 * @param retry pause between two looks at the lease
 */
@ConfigurationProperties("uruimi.leader")
public record LeaderProperties(
    @DefaultValue("6s") Duration lease,
    @DefaultValue("4s") Duration renew,
    @DefaultValue("1s") Duration retry) {

  public LeaderProperties {
    if (renew.compareTo(lease) >= 0 || retry.compareTo(renew) >= 0) {
      throw new IllegalArgumentException(
          "uruimi.leader: retry must be shorter than renew, and renew shorter than lease");
    }
    if (lease.toSeconds() < 1) {
      throw new IllegalArgumentException("uruimi.leader.lease is at least 1s");
    }
  }
}
