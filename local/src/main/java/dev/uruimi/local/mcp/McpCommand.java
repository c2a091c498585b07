package dev.uruimi.local.mcp;

import dev.uruimi.local.stores.StoreApi;
import dev.uruimi.local.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Serves until its input ends: that is how a client of the protocol says good-bye. */
@Command(
    name = "mcp",
    description = {
      "Serve the stores to an assistant: a Model Context Protocol server.",
      "It speaks on standard input and output; a client starts it, people don't.",
      "$URUIMI_API names another store-api than the one on this machine."
    })
public final class McpCommand implements Callable<Integer> {

  @Override
  public Integer call() throws InterruptedException {
    var input = new EndingInput(System.in);
    try (var api = StoreApi.of(System.getenv())) {
      var server = new StoreServer(api).start(input, System.out);
      input.awaitEnd();
      server.closeGracefully();
    }
    return ExitCode.OK;
  }
}
