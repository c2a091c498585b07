package dev.uruimi.local;

import dev.uruimi.local.build.Machine;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.terminal.CtrlC;
import dev.uruimi.local.terminal.ExitCode;
import dev.uruimi.local.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Installs and builds what is missing and starts nothing. */
@Command(
    name = "build",
    description = "Build what is missing or stale, start nothing; demo and up do that too.")
final class BuildCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Override
  public Integer call() throws Exception {
    var home = UruimiHome.of(System.getenv());
    var terminal = Terminal.of(System.getenv(), System.out);
    try (var ctrlC = CtrlC.handled()) {
      var wish = cluster.wish(System.getenv());
      var choice = new ClusterOfInstallation(home, System.getenv()).look(wish, terminal);
      new Preparation(home, terminal, Machine.here())
          .run(new Platform(home, Extras.read(home), choice));
    }
    terminal.line("All is built: " + home.cache());
    return ExitCode.OK;
  }
}
