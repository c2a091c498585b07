package dev.uruimi.local.stores;

import dev.uruimi.local.terminal.CommandFailed;
import dev.uruimi.local.terminal.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
      open(address);
      return ExitCode.OK;
    }
  }

  private static void open(String address) throws InterruptedException {
    var browser = browser(System.getenv("BROWSER"), System.getProperty("os.name", ""));
    // Only what is an address reaches the browser: links come from the API.
    var link = URI.create(address).toString();
    try {
      var exit =
          new ProcessBuilder(browser, link)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (exit != 0) {
        throw noBrowser(browser, "it ended with exit code " + exit, null);
      }
    } catch (IOException e) {
      throw noBrowser(browser, "it cannot be started", e);
    }
  }

  /** The program that shows a link. */
  static String browser(@Nullable String named, String system) {
    if (named != null && !named.isBlank()) {
      return named;
    }
    return system.startsWith("Mac") ? "open" : "xdg-open";
  }

  private static CommandFailed noBrowser(String browser, String why, @Nullable Throwable cause) {
    return new CommandFailed(
        "No browser was opened: " + browser + ": " + why + ".",
        "Open the address above yourself, or name a browser in $BROWSER.",
        ExitCode.FAILED,
        cause);
  }
}
