package dev.uruimi.worker.stream;

/** A handler could not take an event in; it comes again. Everything else is a dead letter. */
final class NotTakenInException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotTakenInException(RuntimeException cause) {
    super(cause.toString(), cause);
  }
}
