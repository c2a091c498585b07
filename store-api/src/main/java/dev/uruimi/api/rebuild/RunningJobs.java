package dev.uruimi.api.rebuild;

import dev.uruimi.api.history.LogTruncatedException;
import dev.uruimi.api.leases.Leases;
import dev.uruimi.api.web.Causes;
import dev.uruimi.api.web.ProblemException;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Rebuilds and checks, one at a time in all replicas: who works holds a lease. */
@Component
class RunningJobs {

  private static final Logger log = LoggerFactory.getLogger(RunningJobs.class);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore turn = new Semaphore(1);
  private final ProjectionRuns runs;
  private final Leases leases;
  private final Clock clock;

  RunningJobs(ProjectionRuns runs, Leases leases, Clock clock) {
    this.runs = runs;
    this.leases = leases;
    this.clock = clock;
  }

  /**
   * Starts a run and returns.
   *
   * @throws ProblemException 409 while another runs, here or in another replica
   */
  void start(RunKind kind, Function<RunProgress, Outcome> work) {
    if (!turn.tryAcquire()) {
      throw busy();
    }
    var started = false;
    try {
      if (!leases.hold(RunProgress.LEASE, RunProgress.KEPT)) {
        throw busy();
      }
      var run = UUID.randomUUID().toString();
      runs.begin(kind, run);
      threads.execute(() -> work(kind, run, work));
      started = true;
    } finally {
      if (!started) {
        turn.release();
      }
    }
  }

  private void work(RunKind kind, String run, Function<RunProgress, Outcome> work) {
    try {
      var outcome = work.apply(new RunProgress(run, runs, leases, clock));
      runs.end(run, "done", outcome);
      log.atInfo().addKeyValue("kind", kind.label()).log(outcome.sentence());
    } catch (RuntimeException e) {
      log.atWarn()
          .addKeyValue("kind", kind.label())
          .addKeyValue("cause", Causes.briefly(e))
          .log("the projection's run failed; nothing was changed");
      fail(run, e);
    } finally {
      end();
    }
  }

  private void fail(String run, RuntimeException cause) {
    try {
      runs.end(run, "failed", Outcome.of(sentence(cause)));
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("cause", Causes.briefly(e)).log("the failure is not noted");
    }
  }

  private void end() {
    try {
      leases.release(RunProgress.LEASE);
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("cause", Causes.briefly(e)).log("the lease runs out by itself");
    } finally {
      turn.release();
    }
  }

  private static String sentence(RuntimeException failure) {
    return failure instanceof RunFailedException || failure instanceof LogTruncatedException
        ? String.valueOf(failure.getMessage())
        : "Broker or database did not answer (%s); nothing was changed. Start it again."
            .formatted(Causes.briefly(failure));
  }

  private static ProblemException busy() {
    return ProblemException.conflict(
        "projection-busy",
        "A rebuild or a check runs",
        "One runs at a time, and one that died keeps its turn for 30 s; GET /platform/projection tells how far it is.");
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }
}
