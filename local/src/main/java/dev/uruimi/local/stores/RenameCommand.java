package dev.uruimi.local.stores;

import dev.uruimi.local.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "rename",
    description = "Give a store another name. Nothing in the shop changes before its next upgrade.")
final class RenameCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "ID", description = "The store's id.")
  private String id = "";

  @Parameters(index = "1", paramLabel = "NAME", description = "The new name, 1 to 60 characters.")
  private String name = "";

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      output.print(api.rename(id, name), api.simulated());
      return ExitCode.OK;
    }
  }
}
