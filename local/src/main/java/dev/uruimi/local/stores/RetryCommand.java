package dev.uruimi.local.stores;

import dev.uruimi.local.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "retry",
    description = "Try again what failed: making a store, healing it, deleting it.")
final class RetryCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "The store's id.")
  private String id = "";

  @Option(names = "--wait", description = "Return once it is ready (or gone).")
  private boolean wait;

  @Mixin private Patience patience = new Patience();

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      var store = api.retry(id);
      patience.follow(
          wait,
          output,
          api,
          store,
          (waiting, watcher) -> {
            if (store.status().equals("deleting")) {
              waiting.untilDeleted(store, watcher);
            } else {
              waiting.untilReady(store, watcher);
            }
          });
      return ExitCode.OK;
    }
  }
}
