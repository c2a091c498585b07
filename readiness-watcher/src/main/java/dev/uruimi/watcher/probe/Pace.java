package dev.uruimi.watcher.probe;

import dev.uruimi.watcher.diagnosis.Observation.Phase;
import dev.uruimi.watcher.diagnosis.Probe;
import java.time.Duration;

/**
 * How often a shop is asked.
 *
 * @param starting between probes of a shop that is about to answer for the first time
 * @param live between probes of a shop that answers
 * @param again after a probe of a running shop failed
 * @param slow after many failures in a row
 */
public record Pace(Duration starting, Duration live, Duration again, Duration slow) {

  private static final int MANY = 100;
  private static final int SOME = 20;

  /** The pause after a probe. */
  public Duration after(Phase phase, Probe probe) {
    if (phase == Phase.STARTING) {
      return probe.failures() > MANY ? slow : starting;
    }
    if (probe.passed()) {
      return live;
    }
    return probe.failures() > SOME ? slow : again;
  }
}
