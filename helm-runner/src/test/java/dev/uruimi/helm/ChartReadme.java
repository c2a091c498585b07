package dev.uruimi.helm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The table of a chart's values, made from its {@code values.yaml}: every key that has no keys
 * below it, its default, and the comment above it.
 */
final class ChartReadme {

  private static final Pattern KEY = Pattern.compile("( *)([A-Za-z]+):(?: (.*))?");

  private final ArrayDeque<String> path = new ArrayDeque<>();
  private final List<String> comment = new ArrayList<>();
  private final StringBuilder table = new StringBuilder("| value | default | |\n|---|---|---|\n");

  private ChartReadme() {}

  /** The table of the values in this text; keys are indented by two spaces. */
  static String table(List<String> values) {
    var readme = new ChartReadme();
    values.forEach(readme::line);
    return readme.table.toString();
  }

  private void line(String line) {
    if (line.isBlank()) {
      comment.clear();
    } else if (line.strip().startsWith("#")) {
      comment.add(line.strip().substring(1).strip());
    } else {
      key(line);
    }
  }

  private void key(String line) {
    var key = KEY.matcher(line);
    if (!key.matches()) {
      throw new IllegalArgumentException("neither comment nor key: " + line);
    }
    while (path.size() > key.group(1).length() / 2) {
      path.removeLast();
    }
    path.addLast(key.group(2));
    if (key.group(3) != null) {
      var text = String.join(" ", comment).replace("|", "\\|");
      table.append("| `%s` | `%s` | %s |\n".formatted(String.join(".", path), key.group(3), text));
      comment.clear();
    } else if (!comment.isEmpty()) {
      table.append(
          "| **%s** | | %s |\n".formatted(String.join(".", path), String.join(" ", comment)));
      comment.clear();
    }
  }
}
