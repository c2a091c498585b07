package dev.uruimi.local.stores;

import dev.uruimi.local.terminal.ExitCode;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List the stores, the latest first.")
final class ListCommand implements Callable<Integer> {

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Only those, for example ready, failed or deleted.")
  private @Nullable String status;

  @Option(names = "--owner", paramLabel = "OWNER", description = "Only those of this owner.")
  private @Nullable String owner;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      var stores = api.list(status, owner);
      var simulated = api.simulated();
      if (output.json()) {
        output.print(
            new TreeMap<>(
                Map.of(
                    "simulated", simulated, "stores", stores.stream().map(Store::json).toList())));
      } else {
        StoreText.of(stores, output.terminal()).forEach(output.terminal()::line);
        output.tell(simulated);
      }
      return ExitCode.OK;
    }
  }
}
