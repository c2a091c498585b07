package dev.uruimi.api.history;

/** The log does not hold all that was ever said. The message is a sentence for people. */
public final class LogTruncatedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LogTruncatedException(String message) {
    super(message);
  }
}
