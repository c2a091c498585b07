package dev.uruimi.local.operations;

import dev.uruimi.local.stores.Output;
import dev.uruimi.local.stores.StoreApi;
import dev.uruimi.local.terminal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The {@code log} commands. */
@Command(
    name = "log",
    description = "The log of events, after the broker lost it.",
    synopsisSubcommandLabel = "COMMAND")
public final class LogCommand {

  @Command(
      name = "restore",
      description = "Write a lost log anew out of the table of stores; 1 when it is not lost.")
  int restore(
      @Option(names = "--dry-run", description = "Only count what it would write.") boolean dryRun,
      @Mixin Output output)
      throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      var restored = api.tell("/platform/log/restore" + (dryRun ? "?dryRun=true" : ""), null);
      if (output.json()) {
        output.print(restored);
      } else {
        output.terminal().line(OperationText.restored(restored));
      }
      return ExitCode.OK;
    }
  }
}
