package dev.uruimi.certify.faults;

import java.io.IOException;

/** A fault cannot be injected here and now; the message says why. It counts as skipped. */
public final class NotPossibleException extends IOException {

  private static final long serialVersionUID = 1L;

  public NotPossibleException(String message) {
    super(message);
  }
}
