package dev.uruimi.local;

import dev.uruimi.local.build.Build;
import dev.uruimi.local.build.BuildGraph;
import dev.uruimi.local.build.BuildNode;
import dev.uruimi.local.build.DebianPackages;
import dev.uruimi.local.build.Machine;
import dev.uruimi.local.build.Missing;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.terminal.CommandFailed;
import dev.uruimi.local.terminal.TaskReport;
import dev.uruimi.local.terminal.Terminal;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that must be there before the first start: packages, programs, images. */
final class Preparation {

  private static final int HEAVY_AT_ONCE = 2;

  private final UruimiHome home;
  private final Terminal terminal;
  private final Machine machine;

  Preparation(UruimiHome home, Terminal terminal, Machine machine) {
    this.home = home;
    this.terminal = terminal;
    this.machine = machine;
  }

  /**
   * Installs and builds what is missing or stale.
   *
   * @return how long each task took; empty when there was nothing to do
   */
  Map<String, Duration> run(Platform platform) throws InterruptedException {
    var took = new LinkedHashMap<>(install(Missing.of(platform.requirements())));
    took.putAll(build(platform.buildGraph()));
    return took;
  }

  /**
   * What the tests need besides the platform, or instead of it: a browser, and the programs of a
   * Kubernetes control plane.
   */
  void tests() throws IOException, InterruptedException {
    var platform = Platform.of(home);
    install(Missing.of(platform.testRequirements()));
    build(platform.serversGraph());
  }

  private Map<String, Duration> install(Missing missing) throws InterruptedException {
    if (missing.requirements().isEmpty()) {
      return Map.of();
    }
    if (!machine.installs() || !missing.others().isEmpty()) {
      throw new CommandFailed("This machine lacks:\n" + missing.list(), missing.advice(machine));
    }
    terminal.line("These Debian packages are missing and will be installed:");
    terminal.line(missing.list());
    var packages = new DebianPackages(missing.installable());
    return build(new BuildGraph(List.of(BuildNode.of(packages))));
  }

  private Map<String, Duration> build(BuildGraph graph) throws InterruptedException {
    try (var report = TaskReport.on(terminal, Clock.systemUTC())) {
      return new Build(graph, HEAVY_AT_ONCE, home.logs(), Clock.systemUTC()).run(report);
    }
  }
}
