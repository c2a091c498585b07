package dev.uruimi.engines;

import java.nio.file.Path;

/** An engine that cannot be used; the message names file, line, field and reason. */
public final class BadEngineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadEngineException(Path file, String reason) {
    super(file + ": " + reason);
  }

  BadEngineException(Path file, int line, String reason, Throwable cause) {
    super(file + ":" + line + ": " + reason, cause);
  }
}
