package dev.uruimi.local.stores;

import dev.uruimi.local.terminal.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Create a store.")
final class CreateCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "The shop's name, 1 to 60 characters.")
  private String name = "";

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description = "Kind of shop (default: the one that store-api prefers).")
  private @Nullable String engine;

  @Option(
      names = "--plan",
      paramLabel = "PLAN",
      defaultValue = "small",
      description = "Size of the shop (default: ${DEFAULT-VALUE}).")
  private String plan = "";

  @Option(
      names = "--owner",
      paramLabel = "OWNER",
      description = "Whom it belongs to (default: whom store-api's settings name).")
  private @Nullable String owner;

  @Option(names = "--wait", description = "Return once a customer can buy.")
  private boolean wait;

  @Mixin private Patience patience = new Patience();

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      var kind = engine == null ? api.preferredEngine() : engine;
      var store = api.create(name, kind, plan, owner);
      if (wait) {
        patience.show(
            output, api, store, 0, (waiting, watcher) -> waiting.untilReady(store, watcher));
      } else {
        output.print(store, api.simulated());
      }
      return ExitCode.OK;
    }
  }
}
