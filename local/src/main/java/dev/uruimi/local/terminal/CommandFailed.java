package dev.uruimi.local.terminal;

import org.jspecify.annotations.Nullable;

/** Ends a command: says what is wrong, what to do next, and the exit code. */
public final class CommandFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String advice;
  private final int exitCode;

  /**
   * @param message what is wrong
   * @param advice what to do next; empty when there is nothing to say
   */
  public CommandFailed(String message, String advice) {
    this(message, advice, ExitCode.FAILED, null);
  }

  public CommandFailed(String message, String advice, int exitCode, @Nullable Throwable cause) {
    super(message, cause);
    this.advice = advice;
    this.exitCode = exitCode;
  }

  public String advice() {
    return advice;
  }

  public int exitCode() {
    return exitCode;
  }
}
