package dev.uruimi.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts units, so that each is on record before it runs and its output goes to its log. */
final class Launcher {

  /** Writes the record, then becomes the unit: same process, same start time. */
  private static final String RECORD_AND_BECOME =
      """
      record=$1 fingerprint=$2; shift 2
      { echo "$fingerprint"; cat /proc/$$/stat; } > "$record.new" && mv "$record.new" "$record" \
      && exec "$@"
      """;

  private static final long LOG_LIMIT_BYTES = 10L << 20;

  private final UruimiHome home;
  private final Waiter waiter;

  Launcher(UruimiHome home, Waiter waiter) {
    this.home = home;
    this.waiter = waiter;
  }

  Path record(String unit) {
    return home.run().resolve("units").resolve(unit);
  }

  RunningProcess start(Unit unit) throws IOException, InterruptedException {
    Files.createDirectories(unit.directory());
    Files.createDirectories(record(unit.name()).getParent());
    Files.deleteIfExists(record(unit.name()));
    var command = new ArrayList<>(List.of("/bin/sh", "-c", RECORD_AND_BECOME, "sh"));
    command.add(record(unit.name()).toString());
    command.add(UnitRecord.fingerprint(unit));
    command.addAll(unit.command());
    var builder =
        new ProcessBuilder(command)
            .directory(unit.directory().toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(unit.name()).toFile()));
    builder.environment().putAll(unit.environment());
    var process = builder.start();
    var recorded = recorded(unit, process);
    var identity = ProcessIdentity.of(process.pid());
    if (!recorded || identity.isEmpty()) {
      process.destroyForcibly();
      throw new IOException(unit.name() + " could not be started");
    }
    return RunningProcess.born(identity.get(), process, waiter);
  }

  /** Interrupted, it ends the process: nobody may know of it yet. */
  private boolean recorded(Unit unit, Process process) throws InterruptedException {
    try {
      return waiter.until(
          () -> Files.exists(record(unit.name())) || !process.isAlive(), Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** The log to append to; one that has grown beyond 10 MiB becomes {@code .1} first. */
  private Path log(String unit) throws IOException {
    var log = home.log(unit);
    Files.createDirectories(home.logs());
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
      Files.move(log, home.logs().resolve(unit + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    return log;
  }
}
