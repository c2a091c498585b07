package dev.uruimi.local;

import dev.uruimi.local.process.Program;
import dev.uruimi.local.process.Takedown;
import dev.uruimi.local.process.Trees;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.process.Waiter;
import dev.uruimi.local.terminal.Terminal;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ends everything that {@code up} made. */
@Command(
    name = "down",
    description = "Stop Uruimi and remove what it made on this machine; stores keep their data.")
final class DownCommand implements Callable<Integer> {

  @Option(
      names = "--purge",
      description = {
        "Delete all stores and their data too, and what Uruimi installed in a cluster",
        "that is not its own; of such clusters only one that `up` made is deleted."
      })
  private boolean purge;

  @Option(
      names = "--purge-cache",
      description = "Delete the cache too; building it again takes minutes.")
  private boolean purgeCache;

  @Override
  public Integer call() throws Exception {
    var home = UruimiHome.of(System.getenv());
    for (var installation : List.of(home.forCertify(), home)) {
      if (Files.isDirectory(installation.run())) {
        if (!takeDown(installation, Program.inPlace(installation)).isEmpty()) {
          return 1;
        }
        Program.deleteCopies(installation);
      }
    }
    if (purge) {
      if (Files.isDirectory(home.state())) {
        Platform.of(home).cluster().forget(Terminal.of(System.getenv(), System.out)::line);
      }
      Trees.delete(home.state());
    }
    if (purgeCache) {
      Trees.delete(home.cache());
    }
    return 0;
  }

  static Map<String, String> takeDown(UruimiHome home, Program program) {
    var view = new StatusView(System.out, Terminal.of(System.getenv(), System.out).live());
    try {
      var platform = Platform.of(home);
      var graph = platform.graph(program, platform.services(), home.state().resolve("engines"));
      var problems = new Takedown(home, graph, Waiter.REAL).run(view::show);
      view.end();
      problems.forEach((part, why) -> System.err.println(part + ": " + why));
      return problems;
    } catch (Exception e) {
      System.err.println("down failed: " + e.getMessage());
      return Map.of("down", String.valueOf(e.getMessage()));
    }
  }
}
