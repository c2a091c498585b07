package dev.uruimi.local.operations;

import dev.uruimi.local.stores.Output;
import dev.uruimi.local.stores.StoreApi;
import dev.uruimi.local.terminal.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code orphans} command. */
@Command(
    name = "orphans",
    description = "Show what the cluster holds without a store, and stores it does not hold.")
public final class OrphansCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--sweep", description = "Sweep first; removes what is due.")
  private boolean sweep;

  @Option(
      names = "--force",
      paramLabel = "N",
      description = "With --sweep: remove what is held, too, if these are still N things.")
  private @Nullable Integer force;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    if (force != null && !sweep && spec != null) {
      throw new ParameterException(spec.commandLine(), "--force needs --sweep.");
    }
    try (var api = StoreApi.of(System.getenv())) {
      var orphans = sweep ? api.tell(path(), null) : api.look("/platform/orphans");
      if (output.json()) {
        output.print(orphans);
      } else {
        OperationText.orphans(orphans).forEach(output.terminal()::line);
      }
      return ExitCode.OK;
    }
  }

  private String path() {
    return "/platform/orphans/sweep" + (force == null ? "" : "?force=" + force);
  }
}
