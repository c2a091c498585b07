package dev.uruimi.local.operations;

import dev.uruimi.local.stores.Output;
import dev.uruimi.local.stores.StoreApi;
import dev.uruimi.local.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The {@code evidence} command. */
@Command(name = "evidence", description = "Show what the cluster showed when a store failed.")
public final class EvidenceCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "The store's id.")
  private String id = "";

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      var evidence = api.look(StoreApi.path(id) + "/evidence");
      if (output.json()) {
        output.print(evidence);
      } else {
        OperationText.evidence(evidence).forEach(output.terminal()::line);
      }
      return ExitCode.OK;
    }
  }
}
