package dev.uruimi.watcher.probe;

/** The ingress accepts no connections: nothing can be said about any shop. */
public final class IngressDownException extends Exception {

  private static final long serialVersionUID = 1L;

  public IngressDownException(String message) {
    super(message);
  }
}
