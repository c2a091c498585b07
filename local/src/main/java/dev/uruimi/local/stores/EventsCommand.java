package dev.uruimi.local.stores;

import dev.uruimi.local.terminal.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "events", description = "Show what happened to a store.")
final class EventsCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "The store's id.")
  private String id = "";

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      var store = api.get(id);
      if (output.json()) {
        output.print(Map.of("events", store.json().path("timeline")));
      } else {
        StoreText.events(store).forEach(output.terminal()::line);
      }
      return ExitCode.OK;
    }
  }
}
