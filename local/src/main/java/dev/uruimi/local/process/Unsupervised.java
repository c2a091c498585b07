package dev.uruimi.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/**
 * A unit that no supervisor keeps: what ends it, ends it for good. It is on record, so that a
 * take-down ends it too when whoever started it is gone.
 */
public final class Unsupervised implements AutoCloseable {

  private static final Duration KILL = Duration.ofSeconds(5);

  private final UruimiHome home;
  private final Unit unit;
  private final RunningProcess process;

  private Unsupervised(UruimiHome home, Unit unit, RunningProcess process) {
    this.home = home;
    this.unit = unit;
    this.process = process;
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @throws IOException when it ended before that or took longer than its time-out; it is gone then
   */
  public static Unsupervised start(UruimiHome home, Unit unit)
      throws IOException, InterruptedException {
    var process = new Launcher(home, Waiter.REAL).start(unit);
    var started = new Unsupervised(home, unit, process);
    var settled = Waiter.REAL.until(() -> !process.alive() || started.ready(), unit.startTimeout());
    if (!settled || !process.alive()) {
      started.end(unit.stopTimeout());
      throw new IOException(
          "%s did not start: %s".formatted(unit.name(), LastLine.of(home.log(unit.name()))));
    }
    return started;
  }

  /** Ends one of an earlier start, if it still runs. */
  public static void end(UruimiHome home, String unit) throws IOException, InterruptedException {
    var record = new Launcher(home, Waiter.REAL).record(unit);
    var known = UnitRecord.read(record);
    if (known.isPresent()) {
      RunningProcess.adopted(known.get().process(), Waiter.REAL).stop(KILL);
    }
    Files.deleteIfExists(record);
  }

  public long pid() {
    return process.pid();
  }

  /** Ends it at once. */
  public void kill() throws IOException, InterruptedException {
    end(Duration.ZERO);
  }

  /** Ends it as a roll-out does: asked first, and waited for. */
  @Override
  public void close() throws IOException, InterruptedException {
    end(unit.stopTimeout());
  }

  private void end(Duration patience) throws IOException, InterruptedException {
    if (patience.isZero()) {
      ProcessHandle.of(pid())
          .filter(any -> process.alive())
          .ifPresent(ProcessHandle::destroyForcibly);
      process.awaitExit();
    } else {
      process.stop(patience);
    }
    Files.deleteIfExists(new Launcher(home, Waiter.REAL).record(unit.name()));
  }

  private boolean ready() throws InterruptedException {
    try {
      return unit.ready().ready();
    } catch (IOException e) {
      return false; // not yet
    }
  }
}
