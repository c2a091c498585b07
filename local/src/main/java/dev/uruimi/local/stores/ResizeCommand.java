package dev.uruimi.local.stores;

import dev.uruimi.local.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "resize",
    description = "Give a store a larger plan. The shop is upgraded in place and keeps its data.")
final class ResizeCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "ID", description = "The store's id.")
  private String id = "";

  @Parameters(index = "1", paramLabel = "PLAN", description = "The new size of the shop.")
  private String plan = "";

  @Option(names = "--wait", description = "Return once a customer can buy again.")
  private boolean wait;

  @Mixin private Patience patience = new Patience();

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      var store = api.resize(id, plan);
      patience.follow(
          wait, output, api, store, (waiting, watcher) -> waiting.untilReady(store, watcher));
      return ExitCode.OK;
    }
  }
}
