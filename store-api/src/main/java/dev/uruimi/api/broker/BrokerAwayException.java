package dev.uruimi.api.broker;

/** The broker does not answer, or not in time. */
public final class BrokerAwayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BrokerAwayException(String message) {
    super(message);
  }

  public BrokerAwayException(Throwable cause) {
    super("the broker does not answer", cause);
  }
}
