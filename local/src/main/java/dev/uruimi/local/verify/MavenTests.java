package dev.uruimi.local.verify;

import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.CommandLog;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.services.MavenLine;
import dev.uruimi.local.terminal.TaskReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs the tests by Maven; a failing test does not keep the others from running.
 *
 * @param home its state folder is the one of the whole system under test
 */
public record MavenTests(UruimiHome home, Path log, TaskReport report, Clock clock) {

  private static final String TASK = "tests";

  /**
   * Runs them.
   *
   * @return whether Maven came to its end; that tests failed is in the reports
   */
  public boolean run(Set<TestPart> parts) throws Exception {
    var begin = clock.instant();
    report.started(TASK);
    CommandLog.startedAnew(log);
    for (var arguments : TestPart.runs(parts)) {
      if (!ScopedValue.where(CommandLog.FILE, log).call(() -> succeeds(arguments))) {
        report.failed(TASK, Duration.between(begin, clock.instant()));
        return false;
      }
    }
    report.done(TASK, Duration.between(begin, clock.instant()));
    return true;
  }

  private boolean succeeds(List<String> arguments) throws InterruptedException {
    var command = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-fae"));
    command.add("-Dmaven.test.failure.ignore=true");
    command.addAll(arguments);
    try {
      Command.of(command)
          .in(home.repository())
          .with(
              Map.of(
                  "JAVA_HOME", System.getProperty("java.home"),
                  "URUIMI_STATE", home.state().toString(),
                  "URUIMI_CACHE", home.cache().toString()))
          .run(line -> MavenLine.module(line).ifPresent(module -> report.said(TASK, module)));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
