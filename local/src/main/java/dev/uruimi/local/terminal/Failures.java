package dev.uruimi.local.terminal;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a person why a command ended: never a stack trace, always what to do if that is known. */
public final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    var err = command.getErr();
    if (failure instanceof InterruptedException) {
      err.println("Interrupted.");
      err.flush();
      return ExitCode.INTERRUPTED;
    }
    var message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    err.println("uruimi: " + message);
    if (failure instanceof CommandFailed failed) {
      if (!failed.advice().isEmpty()) {
        err.println(failed.advice());
      }
      err.flush();
      return failed.exitCode();
    }
    if (System.getenv("URUIMI_TRACE") != null) {
      failure.printStackTrace(err);
    }
    err.flush();
    return ExitCode.FAILED;
  }
}
