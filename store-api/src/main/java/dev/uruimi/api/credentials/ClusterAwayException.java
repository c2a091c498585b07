package dev.uruimi.api.credentials;

/** The cluster does not answer, or not to us. */
public final class ClusterAwayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ClusterAwayException(Throwable cause) {
    super("the cluster does not answer", cause);
  }
}
