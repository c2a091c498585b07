package dev.uruimi.worker.leader;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;

/** What is written into a lease. */
final class LeaseTimes {

  private LeaseTimes() {}

  static Lease first(String me, Duration lease, Instant now) {
    return new LeaseBuilder()
        .withNewSpec()
        .withHolderIdentity(me)
        .withLeaseDurationSeconds((int) lease.toSeconds())
        .withAcquireTime(at(now))
        .withRenewTime(at(now))
        .withLeaseTransitions(0)
        .endSpec()
        .build();
  }

  static Lease renewed(Lease found, Instant now) {
    return new LeaseBuilder(found).editSpec().withRenewTime(at(now)).endSpec().build();
  }

  /** Of another holder than before: one transition more. */
  static Lease taken(Lease found, String me, Duration lease, Instant now) {
    var before = Objects.requireNonNullElse(found.getSpec().getLeaseTransitions(), 0);
    return new LeaseBuilder(found)
        .editSpec()
        .withHolderIdentity(me)
        .withLeaseDurationSeconds((int) lease.toSeconds())
        .withAcquireTime(at(now))
        .withRenewTime(at(now))
        .withLeaseTransitions(before + 1)
        .endSpec()
        .build();
  }

  static Lease released(Lease found, Instant now) {
    return new LeaseBuilder(found)
        .editSpec()
        .withHolderIdentity("")
        .withLeaseDurationSeconds(1)
        .withRenewTime(at(now))
        .endSpec()
        .build();
  }

  private static ZonedDateTime at(Instant time) {
    return time.atZone(ZoneOffset.UTC);
  }
}
