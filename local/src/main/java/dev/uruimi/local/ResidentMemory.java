package dev.uruimi.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a process holds. */
final class ResidentMemory {

  private static final String FIELD = "VmRSS:";

  private ResidentMemory() {}

  /**
   * In MiB: {@code VmRSS} of {@code /proc/<pid>/status} (proc(5)); 0 for no process, and where
   * there is no {@code /proc}.
   */
  static long megabytes(long pid) {
    if (pid <= 0) {
      return 0;
    }
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith(FIELD))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(kilobytes -> Long.parseLong(kilobytes) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
