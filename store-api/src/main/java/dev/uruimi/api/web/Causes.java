package dev.uruimi.api.web;

/** Causes in logs: one line that tells what was at the bottom. */
public final class Causes {

  private Causes() {}

  /** Name and message of the root cause. */
  public static String briefly(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }
}
