package dev.uruimi.engines;

/** An engine's file that cannot be used; the message names file, place and reason. */
public final class BadEngineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadEngineException(String message, Throwable cause) {
    super(message, cause);
  }

  BadEngineException(String message) {
    super(message);
  }
}
