package dev.uruimi.api.rebuild;

/** A run cannot go on; nothing was changed. The message is a sentence for people. */
final class RunFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RunFailedException(String message) {
    super(message);
  }
}
