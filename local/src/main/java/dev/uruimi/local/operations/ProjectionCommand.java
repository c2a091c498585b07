package dev.uruimi.local.operations;

import dev.uruimi.local.process.Waiter;
import dev.uruimi.local.stores.Output;
import dev.uruimi.local.stores.StoreApi;
import dev.uruimi.local.terminal.ExitCode;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The {@code projection} commands. */
@Command(
    name = "projection",
    description = "The table of stores and the log it is made of: show, check, rebuild.",
    synopsisSubcommandLabel = "COMMAND")
public final class ProjectionCommand {

  private static final Duration PAUSE = Duration.ofMillis(500);

  @Command(name = "show", description = "Show the latest rebuild and check.")
  int show(@Mixin Output output) throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      var projection = api.look("/platform/projection");
      if (output.json()) {
        output.print(projection);
      } else {
        OperationText.run("rebuild", projection.path("rebuild")).forEach(output.terminal()::line);
        OperationText.run("check", projection.path("check")).forEach(output.terminal()::line);
      }
      return ExitCode.OK;
    }
  }

  @Command(
      name = "rebuild",
      description = "Make the table anew out of the log, while it is served; 1 when that fails.")
  int rebuild(
      @Option(
              names = "--remove-unknown",
              description = "Remove stores of the table that the log does not know.")
          boolean removeUnknown,
      @Mixin Output output)
      throws InterruptedException {
    return run("rebuild", removeUnknown ? "?removeUnknown=true" : "", output);
  }

  @Command(
      name = "check",
      description = "Compare the table with the log; 1 when they differ, naming what differs.")
  int check(@Mixin Output output) throws InterruptedException {
    return run("check", "", output);
  }

  private static int run(String kind, String query, Output output) throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      api.tell("/platform/projection/" + kind + query, null);
      JsonNode run;
      do {
        Waiter.REAL.pause(PAUSE);
        run = api.look("/platform/projection").path(kind);
      } while (run.path("state").asString("").equals("running"));
      if (output.json()) {
        output.print(run);
      } else {
        OperationText.run(kind, run).forEach(output.terminal()::line);
      }
      var isGood =
          run.path("state").asString("").equals("done")
              && (kind.equals("rebuild") || run.path("outcome").path("different").asLong(1) == 0);
      return isGood ? ExitCode.OK : ExitCode.FAILED;
    }
  }
}
