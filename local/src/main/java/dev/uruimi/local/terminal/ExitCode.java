package dev.uruimi.local.terminal;

/** What the command's exit codes mean. */
public final class ExitCode {

  public static final int OK = 0;

  /** It was tried and failed. */
  public static final int FAILED = 1;

  /** Wrong arguments; nothing was done. */
  public static final int USAGE = 2;

  /** The platform does not run here. */
  public static final int NOT_RUNNING = 3;

  /** There is no such store. */
  public static final int NOT_FOUND = 4;

  /** Ended by Ctrl-C. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
