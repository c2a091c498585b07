package dev.uruimi.engines;

import org.jspecify.annotations.Nullable;

/** What is wrong with a field of an engine's file, before the file's name and line are known. */
final class BadFieldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Field field;

  BadFieldException(Field field, String reason) {
    this(field, reason, null);
  }

  BadFieldException(Field field, String reason, @Nullable Throwable cause) {
    super(field + " " + reason, cause);
    this.field = field;
  }

  Field field() {
    return field;
  }
}
