package dev.uruimi.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that keeps what {@link Command}s say, besides whoever listens to them. */
public final class CommandLog {

  /** Bound by who wants the output of the commands that it runs to be kept. */
  public static final ScopedValue<Path> FILE = ScopedValue.newInstance();

  private CommandLog() {}

  /** The file, empty. */
  public static Path startedAnew(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return Files.writeString(file, "");
  }

  static Progress also(Progress lines) {
    if (!FILE.isBound()) {
      return lines;
    }
    var file = FILE.get();
    return line -> {
      append(file, line);
      lines.line(line);
    };
  }

  private static void append(Path file, String line) {
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      // a log that cannot be written must not stop the work
    }
  }
}
