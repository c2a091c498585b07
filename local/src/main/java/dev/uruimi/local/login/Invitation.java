package dev.uruimi.local.login;

import dev.uruimi.local.stores.StoreApi;
import dev.uruimi.local.terminal.CommandFailed;

/** How a person gets in, said once everything is up. */
public final class Invitation {

  private Invitation() {}

  /** A line with a link; one that tells how to get a link while the API gives none. */
  public static String line(StoreApi api) throws InterruptedException {
    try {
      return "Dashboard, logs one browser in: " + api.logInLink().address();
    } catch (CommandFailed e) {
      return "`./uruimi login` prints a link that logs a browser in to the dashboard.";
    }
  }
}
