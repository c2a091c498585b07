package dev.uruimi.helm;

import org.jspecify.annotations.Nullable;

/** A call that did not work. The message is Helm's own where there is one. */
public final class HelmException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HelmFailure failure;

  public HelmException(HelmFailure failure, String message) {
    this(failure, message, null);
  }

  public HelmException(HelmFailure failure, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.failure = failure;
  }

  public HelmFailure failure() {
    return failure;
  }
}
