package dev.uruimi.local.stores;

import dev.uruimi.local.terminal.ExitCode;
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

  @Mixin private Patience patience = new Patience();

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      var store = api.delete(id);
      patience.follow(
          wait, output, api, store, (waiting, watcher) -> waiting.untilDeleted(store, watcher));
      return ExitCode.OK;
    }
  }
}
