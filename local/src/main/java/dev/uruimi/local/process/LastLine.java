package dev.uruimi.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The end of a log, for a person who asks why. */
final class LastLine {

  private static final int LOOK_BACK_BYTES = 4096;
  private static final int LONGEST = 300;

  private LastLine() {}

  /** The last line that is not blank, at most 300 characters; empty when there is none. */
  static String of(Path log) {
    if (!Files.exists(log)) {
      return "";
    }
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      var length = (int) Math.min(LOOK_BACK_BYTES, file.length());
      var bytes = new byte[length];
      file.seek(file.length() - length);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .reduce("", (earlier, later) -> later)
          .transform(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
    } catch (IOException e) {
      return "";
    }
  }
}
