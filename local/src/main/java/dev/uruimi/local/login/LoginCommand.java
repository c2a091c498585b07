package dev.uruimi.local.login;

import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.stores.DesktopBrowser;
import dev.uruimi.local.stores.Output;
import dev.uruimi.local.stores.StoreApi;
import dev.uruimi.local.terminal.ExitCode;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The {@code login} command. */
@Command(
    name = "login",
    description = {
      "Print a link that logs a browser in to the dashboard: once, within ten minutes.",
      "Other commands need no log-in: they read the token that `up` made, or the file that",
      "$URUIMI_TOKEN_FILE names."
    })
public final class LoginCommand implements Callable<Integer> {

  @Option(names = "--open", description = "Open the link in the browser, too.")
  private boolean open;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (var api = StoreApi.of(System.getenv())) {
      var link = api.logInLink();
      if (output.json()) {
        output.print(
            Map.of("url", link.address().toString(), "expiresAt", link.expiresAt().toString()));
      } else {
        output.terminal().line(link.address().toString());
      }
      if (open) {
        var page = new LinkPage(UruimiHome.of(System.getenv()).run().resolve("log-in.html"));
        DesktopBrowser.open(page.leadingTo(link.address()));
      }
      return ExitCode.OK;
    }
  }
}
