package dev.uruimi.local;

import dev.uruimi.local.process.Program;
import dev.uruimi.local.process.Supervisor;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.process.Waiter;
import dev.uruimi.local.terminal.CtrlC;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Started by {@code up}, and again by the keeper: keeps everything running. What it runs is in its
 * arguments, so that {@code up} after a change starts another one, and nothing else does.
 */
@Command(name = "supervise", hidden = true)
final class SuperviseCommand implements Callable<Integer> {

  @Parameters(index = "0", description = "The services to run.")
  private Path services = Path.of("");

  @Parameters(index = "1", description = "The hash of the images.")
  private String images = "";

  @Parameters(index = "2", description = "The engines to offer.")
  private Path engines = Path.of("");

  @Parameters(index = "3", description = "What there is beyond the usual, as JSON.")
  private String extras = Extras.NONE.toString();

  /** The command line for what is built now. */
  static List<String> of(Program program, Platform platform) throws Exception {
    return commandLine(
        program,
        platform.services(),
        platform.images(),
        platform.engines(),
        platform.extras().toString());
  }

  private static List<String> commandLine(
      Program program, Path services, String images, Path engines, String extras) {
    return program.java(
        List.of("-Xms8m", "-Xmx32m"),
        Uruimi.class.getName(),
        List.of("supervise", services.toString(), images, engines.toString(), extras));
  }

  @Override
  public Integer call() throws Exception {
    var home = UruimiHome.of(System.getenv());
    var program = Program.copyOfThis(home);
    var graph = Platform.of(home, Extras.parse(extras)).graph(program, services, engines);
    var again = commandLine(program, services, images, engines, extras);
    try (var term = CtrlC.handled()) {
      new Supervisor(home, graph, again, Waiter.REAL).run();
    }
    return 0;
  }
}
