package dev.uruimi.engines;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;

/** The lines of a file's fields, from 1. */
final class FieldLines {

  private final Map<List<String>, Integer> lines = new HashMap<>();

  /**
   * @param parser of the whole file
   */
  FieldLines(JsonParser parser) {
    while (parser.nextToken() != null) {
      lines.putIfAbsent(
          path(parser.streamReadContext()), parser.currentTokenLocation().getLineNr());
    }
  }

  /** The line of the field, or of the nearest one around it when it is not there. */
  int of(Field field) {
    var nearest = field;
    while (!nearest.path().isEmpty()) {
      var line = lines.get(nearest.path());
      if (line != null) {
        return line;
      }
      nearest = nearest.parent();
    }
    return 1;
  }

  private static List<String> path(TokenStreamContext innermost) {
    Deque<String> path = new ArrayDeque<>();
    for (var context = innermost; context != null; context = context.getParent()) {
      if (context.inObject() && context.currentName() != null) {
        path.addFirst(context.currentName());
      } else if (context.inArray() && context.hasCurrentIndex()) {
        path.addFirst(String.valueOf(context.getCurrentIndex()));
      }
    }
    return new ArrayList<>(path);
  }
}
