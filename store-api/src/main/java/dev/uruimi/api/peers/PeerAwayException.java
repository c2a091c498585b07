package dev.uruimi.api.peers;

/** Another service does not answer, not in time, or not sensibly. The message is for people. */
public final class PeerAwayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PeerAwayException(String message) {
    super(message);
  }

  public PeerAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}
