package dev.uruimi.local.stores;

import dev.uruimi.local.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "get", description = "Show a store.")
final class GetCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "The store's id.")
  private String id = "";

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      output.print(api.get(id), api.simulated());
      return ExitCode.OK;
    }
  }
}
