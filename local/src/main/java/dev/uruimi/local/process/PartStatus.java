package dev.uruimi.local.process;

import java.time.Instant;

/**
 * How one part is doing.
 *
 * @param name the part's
 * @param phase where it is
 * @param since when it got there
 * @param pid its process; 0 when it has none
 * @param restarts how often it was started again after it had ended or failed
 * @param failures how often in a row it failed without ever being ready
 * @param detail what it does now, or why it failed; may be empty
 */
public record PartStatus(
    String name, Phase phase, Instant since, long pid, int restarts, int failures, String detail) {

  /** Where a part is in its life. */
  public enum Phase {
    WAITING,
    STARTING,
    READY,
    FAILED,
    STOPPING,
    STOPPED
  }

  static PartStatus waiting(String name, Instant now) {
    return new PartStatus(name, Phase.WAITING, now, 0, 0, 0, "");
  }

  public PartStatus starting(Instant now, long pid) {
    return new PartStatus(name, Phase.STARTING, now, pid, restarts, failures, "");
  }

  public PartStatus ready(Instant now) {
    return new PartStatus(name, Phase.READY, now, pid, restarts, 0, "");
  }

  public PartStatus failed(Instant now, String why) {
    return new PartStatus(name, Phase.FAILED, now, 0, restarts + 1, failures + 1, why);
  }

  public PartStatus stopping(Instant now) {
    return new PartStatus(name, Phase.STOPPING, now, pid, restarts, failures, "");
  }

  public PartStatus stopped(Instant now) {
    return new PartStatus(name, Phase.STOPPED, now, 0, restarts, failures, "");
  }

  public PartStatus doing(String what) {
    return new PartStatus(name, phase, since, pid, restarts, failures, what);
  }
}
