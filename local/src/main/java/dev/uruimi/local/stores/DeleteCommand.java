package dev.uruimi.local.stores;

import dev.uruimi.local.terminal.ExitCode;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "delete", description = "Delete a store and all its data.")
final class DeleteCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "The store's id.")
  private String id = "";

  @Option(names = "--wait", description = "Return once nothing of it is left.")
  private boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "PT10M",
      description = "Longest wait, as ISO 8601 has it (default: ${DEFAULT-VALUE}).")
  private Duration timeout = Duration.ZERO;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      var store = api.delete(id);
      if (wait) {
        var waiting = output.waiting(api, timeout);
        output.showing(
            "store " + store.id(),
            store.timeline().size(),
            watcher -> waiting.untilDeleted(store, watcher));
        output.print(api.get(store.id()));
      } else {
        output.print(store);
      }
      return ExitCode.OK;
    }
  }
}
