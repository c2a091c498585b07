package dev.uruimi.api.stream;

import dev.uruimi.api.web.ProblemException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Where a client wants to go on: the number of a change. */
final class Position {

  private Position() {}

  /**
   * The position of the header, else of the parameter. A position later than the latest change is
   * of a database that has been restored since: everything is sent again.
   */
  static OptionalLong of(@Nullable String header, @Nullable String parameter, long latest) {
    var text = header == null || header.isEmpty() ? parameter : header;
    if (text == null) {
      return OptionalLong.empty();
    }
    if (!text.matches("\\d{1,18}")) {
      throw ProblemException.badRequest(
          "bad-position", "Bad position", "Last-Event-ID is not one that this service gave.");
    }
    var position = Long.parseLong(text);
    return OptionalLong.of(position > latest ? 0 : position);
  }
}
