package dev.uruimi.local.stores;

import dev.uruimi.local.process.Waiter;
import dev.uruimi.local.terminal.ExitCode;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "events", description = "Show what happened to a store.")
final class EventsCommand implements Callable<Integer> {

  private static final Duration FOR_EVER = Duration.ofDays(3650);

  @Parameters(paramLabel = "ID", description = "The store's id.")
  private String id = "";

  @Option(
      names = "--follow",
      description = "Go on as it happens, until the store is gone; with --json a line for each.")
  private boolean follow;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      var store = api.get(id);
      if (follow) {
        output.tell(api.simulated());
        new Waiting(api, Clock.systemUTC(), Waiter.REAL, FOR_EVER)
            .whileThere(store, new EventsShown(output));
        return ExitCode.OK;
      }
      if (output.json()) {
        output.print(Map.of("events", store.json().path("timeline")));
      } else {
        StoreText.events(store).forEach(output.terminal()::line);
        output.tell(api.simulated());
      }
      return ExitCode.OK;
    }
  }
}
