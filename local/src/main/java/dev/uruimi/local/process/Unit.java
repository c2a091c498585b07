package dev.uruimi.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A process that is started once everything it requires is ready, and started again whenever it
 * ends. Its standard output and error go to {@code logs/<name>.log} of the state folder.
 *
 * @param name unique; names the log too
 * @param command program and arguments; the program must replace itself rather than fork away
 * @param environment added to the supervisor's own. A unit that still runs under a new supervisor
 *     is kept only while command, environment and directory are the same, so a hash of its
 *     configuration files belongs in here
 * @param directory working directory, created when missing
 * @param requires names of the parts that must be ready first
 * @param ready asked every 100 ms from the start of the process until it says yes
 * @param startTimeout time from start until {@code ready}; then it is killed and tried again
 * @param stopTimeout time between TERM and KILL
 */
public record Unit(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path directory,
    List<String> requires,
    Readiness ready,
    Duration startTimeout,
    Duration stopTimeout)
    implements Part {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(10);

  public Unit {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    requires = List.copyOf(requires);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("unit " + name + " has no command");
    }
  }

  /** A unit that requires nothing, is ready at once, and has 90 s to start and 10 s to stop. */
  public static Unit of(String name, Path directory, List<String> command) {
    return new Unit(name, command, Map.of(), directory, List.of(), Readiness.atOnce(), START, STOP);
  }

  public Unit withEnvironment(Map<String, String> environment) {
    return new Unit(
        name, command, environment, directory, requires, ready, startTimeout, stopTimeout);
  }

  public Unit requiring(String... requires) {
    return new Unit(
        name, command, environment, directory, List.of(requires), ready, startTimeout, stopTimeout);
  }

  public Unit readyWhen(Readiness ready) {
    return new Unit(
        name, command, environment, directory, requires, ready, startTimeout, stopTimeout);
  }

  public Unit withTimeouts(Duration start, Duration stop) {
    return new Unit(name, command, environment, directory, requires, ready, start, stop);
  }
}
