package dev.uruimi.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Answers for programs, as the page's table of {@code --json} has them. */
final class JsonAnswers {

  private static final Pattern ROW =
      Pattern.compile("\\| `(uruimi [a-z -]+)` \\| (?:`\\{([^}]+)}`|\\*(\\w+)\\*) \\|.*");

  private JsonAnswers() {}

  /** Fields of those that are the command's own. */
  static Map<String, List<String>> own(Path page) throws IOException {
    var fields = new TreeMap<String, List<String>>();
    rows(page, 2).forEach((command, names) -> fields.put(command, List.of(names.split(", "))));
    return fields;
  }

  /** The API's names of those that are handed on. */
  static Map<String, String> handedOn(Path page) throws IOException {
    return rows(page, 3);
  }

  /** By command, what a group of the pattern holds, where it holds something. */
  private static Map<String, String> rows(Path page, int group) throws IOException {
    var found = new TreeMap<String, String>();
    for (var line : Files.readAllLines(page)) {
      var row = ROW.matcher(line);
      if (row.matches() && row.group(group) != null) {
        found.put(row.group(1), row.group(group));
      }
    }
    return found;
  }
}
