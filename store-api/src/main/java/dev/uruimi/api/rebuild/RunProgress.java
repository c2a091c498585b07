package dev.uruimi.api.rebuild;

import dev.uruimi.api.leases.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A run's count of what it has read; keeps its lease while it counts. */
final class RunProgress {

  static final String LEASE = "projection-run";
  static final Duration KEPT = Duration.ofSeconds(30);

  private static final Duration RENEWED = Duration.ofSeconds(2);

  private final String run;
  private final ProjectionRuns runs;
  private final Leases leases;
  private final Clock clock;
  private Instant renewAt;
  private long events;
  private long ofEvents;
  private long stores;

  RunProgress(String run, ProjectionRuns runs, Leases leases, Clock clock) {
    this.run = run;
    this.runs = runs;
    this.leases = leases;
    this.clock = clock;
    this.renewAt = clock.instant();
  }

  String run() {
    return run;
  }

  void expect(long more) {
    ofEvents += more;
  }

  /** A record was read. */
  void read() {
    events++;
    if (events % 1000 == 0) {
      note(false);
    }
  }

  void folded(long more) {
    stores += more;
    note(false);
  }

  /**
   * Keeps the lease and tells how far it is, if it is time to.
   *
   * @throws RunFailedException when somebody else holds the lease by now
   */
  void note(boolean now) {
    if (!now && clock.instant().isBefore(renewAt)) {
      return;
    }
    renewAt = clock.instant().plus(RENEWED);
    if (Thread.currentThread().isInterrupted()) {
      throw new RunFailedException("It was called off; nothing was changed.");
    }
    if (!runs.progress(run, events, ofEvents, stores)) {
      throw lostTurn();
    }
  }

  /**
   * Keeps the lease, in the caller's transaction.
   *
   * @throws RunFailedException when somebody else holds the lease by now
   */
  void holdLease() {
    if (!leases.hold(LEASE, KEPT)) {
      throw lostTurn();
    }
  }

  private static RunFailedException lostTurn() {
    return new RunFailedException("It took too long and lost its turn; nothing was changed.");
  }

  long events() {
    return events;
  }

  long stores() {
    return stores;
  }
}
