package dev.uruimi.worker.leader;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Elects a leader by a {@code coordination.k8s.io/v1} Lease, as Kubernetes' own components do
 * (client-go, {@code leaderelection}): whoever creates it or finds it expired writes its name into
 * it, by compare-and-set, and renews it from then on.
 *
 * <p>Expired is what this process has seen unchanged for the lease's time by its own monotonic
 * clock; wall clocks, which may jump or differ, are written for people and never compared. That is
 * what fabric8's elector does otherwise.
 */
public final class LeaderElection implements Leadership, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LeaderElection.class);

  private final Leases leases;
  private final String me;
  private final LeaderProperties times;
  private final Clock clock;
  private final LongSupplier nanos;
  private final Runnable won;
  private final ScheduledExecutorService timer;
  private volatile @Nullable Hold hold;
  private volatile long term;
  private @Nullable Sighting sighting;
  private boolean complained;

  /**
   * @param me unique among all processes there ever were
   * @param clock for what people read in the lease
   * @param nanos monotonic time
   * @param won called on every win; returns soon
   */
  public LeaderElection(
      Leases leases,
      String me,
      LeaderProperties times,
      Clock clock,
      LongSupplier nanos,
      Runnable won) {
    this.leases = leases;
    this.me = me;
    this.times = times;
    this.clock = clock;
    this.nanos = nanos;
    this.won = won;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("leader-election").factory());
  }

  /** Stands for election from now on, until closed. */
  public void start() {
    timer.scheduleWithFixedDelay(this::look, 0, times.retry().toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public boolean isHeld() {
    var held = hold;
    return held != null && nanos.getAsLong() - held.renewedAt() < times.renew().toNanos();
  }

  @Override
  public long term() {
    return term;
  }

  /** Looks at the lease once: takes it, renews it, or lets another have it. */
  synchronized void look() {
    try {
      // From before the request: nobody may take the answer's time for longer than it was.
      var asked = nanos.getAsLong();
      var found = leases.find();
      if (found == null) {
        took(leases.create(LeaseTimes.first(me, times.lease(), clock.instant())), asked);
      } else if (me.equals(found.getSpec().getHolderIdentity())) {
        took(leases.update(LeaseTimes.renewed(found, clock.instant())), asked);
      } else if (isFree(found, asked)) {
        took(leases.update(LeaseTimes.taken(found, me, times.lease(), clock.instant())), asked);
      } else {
        lost("held by " + found.getSpec().getHolderIdentity());
      }
      complained = false;
    } catch (KubernetesClientException e) {
      notRenewed(e);
    } catch (RuntimeException e) {
      // The timer would never look again.
      LOG.atError().setCause(e).log("leader election broke, it goes on");
    }
  }

  private void took(Lease lease, long asked) {
    var before = isHeld();
    term = Objects.requireNonNullElse(lease.getSpec().getLeaseTransitions(), 0) + 1L;
    sighting = null;
    hold = new Hold(asked);
    if (!before) {
      LOG.atInfo().addKeyValue("term", term).addKeyValue("identity", me).log("leads from now on");
      won.run();
    }
  }

  private boolean isFree(Lease lease, long now) {
    var holder = lease.getSpec().getHolderIdentity();
    if (holder == null || holder.isEmpty()) {
      return true;
    }
    var version = lease.getMetadata().getResourceVersion();
    var seen = sighting;
    if (seen == null || !seen.version().equals(version)) {
      sighting = new Sighting(version, now);
      return false;
    }
    var seconds = Objects.requireNonNullElse(lease.getSpec().getLeaseDurationSeconds(), 0);
    var patience = Duration.ofSeconds(Math.max(seconds, times.lease().toSeconds()));
    return now - seen.at() >= patience.toNanos();
  }

  private void lost(String why) {
    if (hold != null) {
      LOG.atWarn().addKeyValue("identity", me).log("leads no longer: {}", why);
      hold = null;
    }
  }

  private void notRenewed(KubernetesClientException e) {
    if (!isHeld()) {
      lost("the lease was not renewed in time");
    }
    if (!complained && !Leases.isLostRace(e)) {
      LOG.atWarn().log("the lease cannot be looked at, tried again: {}", e.toString());
      complained = true;
    }
  }

  /**
   * Gives the lease back, so that another takes it at once. What is done as the leader has ended.
   */
  @Override
  public void close() {
    timer.shutdownNow();
    synchronized (this) {
      if (hold == null) {
        return;
      }
      hold = null;
      try {
        var found = leases.find();
        if (found != null && me.equals(found.getSpec().getHolderIdentity())) {
          leases.update(LeaseTimes.released(found, clock.instant()));
        }
      } catch (RuntimeException e) {
        LOG.atInfo().log("lease not given back, it expires: {}", e.toString());
      }
    }
  }

  /**
   * That we lead.
   *
   * @param renewedAt monotonic time before the request that renewed it
   */
  private record Hold(long renewedAt) {}

  /** The lease of another as it was first seen. */
  private record Sighting(String version, long at) {}
}
