package dev.uruimi.engines;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Paths in an engine's file: with {@code ./} before them relative to the engine's own folder, else
 * to the working directory. <code>${VARIABLE:path}</code> is the path that the environment names,
 * which is always relative to the working directory, or else the other one.
 */
final class EnginePaths {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):([^}]*)}");

  private EnginePaths() {}

  static Path of(Path folder, String text) {
    return text.startsWith("./") ? folder.resolve(text).normalize() : Path.of(text);
  }

  /** The name of the variable that may name another path, or null. */
  static @Nullable String variable(String text) {
    var match = VARIABLE.matcher(text);
    return match.matches() ? match.group(1) : null;
  }

  /** The path where the environment names none. */
  static String usual(String text) {
    var match = VARIABLE.matcher(text);
    return match.matches() ? match.group(2) : text;
  }
}
