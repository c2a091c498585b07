package dev.uruimi.local.stores;

import dev.uruimi.local.terminal.CommandFailed;
import dev.uruimi.local.terminal.ExitCode;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The browser of whoever typed the command: {@code $BROWSER}, else the desktop's. */
public final class DesktopBrowser {

  private DesktopBrowser() {}

  /**
   * Shows a page. Its address is seen by every user of this machine.
   *
   * @throws CommandFailed when there is no browser
   */
  public static void open(URI page) throws InterruptedException {
    var browser = browser(System.getenv("BROWSER"), System.getProperty("os.name", ""));
    try {
      var exit =
          new ProcessBuilder(browser, page.toString())
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
