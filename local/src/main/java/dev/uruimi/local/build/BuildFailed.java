package dev.uruimi.local.build;

import java.nio.file.Path;

/** A task failed; the message says which, why, and where its whole log is. */
public final class BuildFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BuildFailed(String task, Exception cause, Path log) {
    super("%s: %s%nThe whole log: %s".formatted(task, reason(cause), log), cause);
  }

  private static String reason(Exception cause) {
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
