package dev.uruimi.local.services;

import java.util.Optional;
import java.util.regex.Pattern;

/** What Maven says while it builds. */
public final class MavenLine {

  /** {@code [INFO] Building Uruimi store-api 0.1.0-SNAPSHOT [5/8]}. */
  private static final Pattern MODULE =
      Pattern.compile("\\[INFO] Building (.+) \\S+\\s+\\[(\\d+/\\d+)]");

  private MavenLine() {}

  /** The module that begins with this line, and which of how many. */
  public static Optional<String> module(String line) {
    var matcher = MODULE.matcher(line.strip());
    return matcher.matches()
        ? Optional.of(matcher.group(1) + " (" + matcher.group(2) + ")")
        : Optional.empty();
  }
}
