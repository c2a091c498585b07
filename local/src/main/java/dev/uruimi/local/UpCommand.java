package dev.uruimi.local;

import dev.uruimi.local.build.Machine;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.terminal.CtrlC;
import dev.uruimi.local.terminal.ExitCode;
import dev.uruimi.local.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Brings everything up and returns once it is ready. */
@Command(
    name = "up",
    description = "Start Uruimi on this machine; what runs already is left alone.")
final class UpCommand implements Callable<Integer> {

  @Override
  public Integer call() throws Exception {
    var home = UruimiHome.of(System.getenv());
    var terminal = Terminal.of(System.getenv(), System.out);
    try (var ctrlC = CtrlC.handled()) {
      new Preparation(home, terminal, Machine.here()).run();
      new Startup(home, terminal).run(ctrlC);
    }
    terminal.line(
        "Uruimi is up. `./uruimi store create NAME` makes a shop, `./uruimi down` stops.");
    return ExitCode.OK;
  }
}
