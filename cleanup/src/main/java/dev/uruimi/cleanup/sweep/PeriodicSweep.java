package dev.uruimi.cleanup.sweep;

import dev.uruimi.worker.leader.Leadership;
import org.springframework.scheduling.annotation.Scheduled;

/** Sweeps again and again while this process leads. */
final class PeriodicSweep {

  private final Sweep sweep;
  private final Leadership leadership;

  PeriodicSweep(Sweep sweep, Leadership leadership) {
    this.sweep = sweep;
    this.leadership = leadership;
  }

  @Scheduled(
      initialDelayString = "${uruimi.cleanup.sweep.every:60s}",
      fixedDelayString = "${uruimi.cleanup.sweep.every:60s}")
  void sweep() {
    if (leadership.isHeld()) {
      sweep.now(null);
    }
  }
}
