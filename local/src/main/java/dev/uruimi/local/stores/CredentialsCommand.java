package dev.uruimi.local.stores;

import dev.uruimi.local.terminal.ExitCode;
import dev.uruimi.local.terminal.Table;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "credentials", description = "Show how the shop's admin logs in.")
final class CredentialsCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "The store's id.")
  private String id = "";

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      var found = api.credentials(id);
      if (output.json()) {
        output.print(Map.of("username", found.username(), "password", found.password()));
      } else {
        new Table()
            .row("username", found.username())
            .row("password", found.password())
            .lines()
            .forEach(output.terminal()::line);
      }
      return ExitCode.OK;
    }
  }
}
