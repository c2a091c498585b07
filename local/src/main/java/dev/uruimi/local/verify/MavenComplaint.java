package dev.uruimi.local.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Why Maven did not come to its end, in a line. */
final class MavenComplaint {

  private static final String ERROR = "[ERROR]";
  private static final String GOAL = "Failed to execute goal";
  private static final int LINES = 4;

  private MavenComplaint() {}

  /** What the log says of the goal that failed, or else the first errors in it. */
  static String in(Path log) throws IOException {
    List<String> errors;
    try (var lines = Files.lines(log)) {
      errors =
          lines
              .filter(line -> line.startsWith(ERROR))
              .map(line -> line.substring(ERROR.length()).strip())
              .filter(line -> !line.isEmpty())
              .toList();
    }
    var goal = errors.stream().dropWhile(line -> !line.startsWith(GOAL)).toList();
    var told = goal.isEmpty() ? errors : goal;
    return told.isEmpty()
        ? "see log"
        : String.join("; ", told.subList(0, Math.min(LINES, told.size())));
  }
}
