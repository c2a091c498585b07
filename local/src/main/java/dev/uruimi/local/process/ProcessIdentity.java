package dev.uruimi.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One process and no later one with the same number.
 *
 * @param pid its number
 * @param started when it was started: clock ticks since boot, field 22 of {@code /proc/<pid>/stat}
 *     (proc(5)); where there is no {@code /proc}, milliseconds since 1970
 */
record ProcessIdentity(long pid, long started) {

  private static final Pattern TEXT = Pattern.compile("(\\d+) (\\d+)");
  private static final int STATE = 0;
  private static final int STARTED = 19;

  /** Who runs under this number now; a zombie is nobody. */
  static Optional<ProcessIdentity> of(long pid) {
    var stat = Path.of("/proc", Long.toString(pid), "stat");
    if (!Files.isDirectory(Path.of("/proc/self"))) {
      return ProcessHandle.of(pid)
          .flatMap(handle -> handle.info().startInstant())
          .map(instant -> new ProcessIdentity(pid, instant.toEpochMilli()));
    }
    try {
      return ofStat(pid, Files.readString(stat));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Reads the text of {@code /proc/<pid>/stat}; the second field may hold blanks and brackets. */
  static Optional<ProcessIdentity> ofStat(long pid, String stat) {
    var fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
    if (fields.length <= STARTED || fields[STATE].equals("Z") || fields[STATE].equals("X")) {
      return Optional.empty();
    }
    return Optional.of(new ProcessIdentity(pid, Long.parseLong(fields[STARTED])));
  }

  static ProcessIdentity ofThisProcess() {
    return of(ProcessHandle.current().pid()).orElseThrow();
  }

  /**
   * Reads what {@link #toString()} wrote; empty when the file is missing or says something else.
   */
  static Optional<ProcessIdentity> read(Path file) {
    try {
      var matcher = TEXT.matcher(Files.readString(file).strip());
      return matcher.matches()
          ? Optional.of(
              new ProcessIdentity(
                  Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  boolean alive() {
    return of(pid).filter(this::equals).isPresent();
  }

  @Override
  public String toString() {
    return pid + " " + started;
  }
}
