package dev.uruimi.local;

import dev.uruimi.engines.EngineCatalogue;
import dev.uruimi.local.process.Bringup;
import dev.uruimi.local.process.Program;
import dev.uruimi.local.process.StatusBoard;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.process.Waiter;
import dev.uruimi.local.services.OfferedEngines;
import dev.uruimi.local.terminal.CommandFailed;
import dev.uruimi.local.terminal.CtrlC;
import dev.uruimi.local.terminal.Terminal;
import java.time.Duration;

/** From built to everything ready. */
final class Startup {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final UruimiHome home;
  private final Terminal terminal;

  Startup(UruimiHome home, Terminal terminal) {
    this.home = home;
    this.terminal = terminal;
  }

  /**
   * Returns once everything is ready. Ctrl-C takes down what this has started, and leaves alone
   * what was running before.
   */
  void run(CtrlC ctrlC) throws Exception {
    var platform = Platform.of(home);
    // said here with file, line and reason; else three services would say it in their logs
    var environment = System.getenv();
    var program = Program.copyOfThis(home);
    if (!Bringup.running(home)) {
      ctrlC.undoing(() -> DownCommand.takeDown(home, program));
    }
    EngineCatalogue.load(OfferedEngines.source(home, environment), environment::get);
    EngineCatalogue.load(platform.engines(), environment::get);
    platform
        .withoutImages()
        .forEach((engine, why) -> terminal.line("Not offered here: " + engine + ", " + why));
    IngressPort.choose(home, System.getenv());
    platform.cluster().connect(terminal::line);
    var supervisor = SuperviseCommand.of(program, platform);
    var bringup = new Bringup(home, supervisor, Waiter.REAL);
    bringup.start();
    if (StatusBoard.read(home).filter(StatusBoard.Snapshot::allReady).isPresent()
        && Bringup.running(home)) {
      terminal.line("Everything is up already.");
      return;
    }
    var view = new StatusView(terminal.out(), terminal.live());
    var last = bringup.follow(LIMIT, view::show);
    view.end();
    if (last.filter(snapshot -> snapshot.allReady()).isEmpty()) {
      ctrlC.undoing(() -> {});
      throw new CommandFailed(
          "Not everything came up; it is still being tried.",
          "Logs: " + home.logs() + "; `./uruimi status` tells more, `./uruimi down` ends it.");
    }
  }
}
