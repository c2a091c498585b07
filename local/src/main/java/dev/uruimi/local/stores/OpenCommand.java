package dev.uruimi.local.stores;

import dev.uruimi.local.terminal.CommandFailed;
import dev.uruimi.local.terminal.ExitCode;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "open",
    description = {
      "Open a shop in the browser, and print its address.",
      "The browser is $BROWSER, else the one the desktop opens links with."
    })
final class OpenCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "The store's id.")
  private String id = "";

  @Option(names = "--admin", description = "Where the merchant logs in, instead of the shop.")
  private boolean admin;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      var store = api.get(id);
      var page = admin ? "admin" : "shop";
      var address = store.urls().get(page);
      if (address == null) {
        throw new CommandFailed(
            "Store " + store.id() + " has no " + page + " to open.",
            "It has: " + String.join(", ", store.urls().keySet()) + ".");
      }
      if (output.json()) {
        output.print(Map.of("url", address));
      } else {
        output.terminal().line(address);
      }
      DesktopBrowser.open(URI.create(address));
      return ExitCode.OK;
    }
  }
}
