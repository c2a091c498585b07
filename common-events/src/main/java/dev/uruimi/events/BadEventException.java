package dev.uruimi.events;

import org.jspecify.annotations.Nullable;

/**
 * A record of a known type that cannot be read. It belongs to the dead letters; a repeat won't
 * help.
 */
public final class BadEventException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BadEventException(String message) {
    this(message, null);
  }

  public BadEventException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
