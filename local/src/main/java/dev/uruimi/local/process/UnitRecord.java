package dev.uruimi.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known on disk of a started unit: written by the process itself just before it becomes the
 * unit, so that no unit runs unrecorded.
 *
 * @param process who it is
 * @param fingerprint what it was started as
 */
record UnitRecord(ProcessIdentity process, String fingerprint) {

  /** What a new supervisor does about a unit. */
  enum Decision {
    START,
    ADOPT,
    REPLACE
  }

  /** Hash of all that makes a running process another one. */
  static String fingerprint(Unit unit) {
    return ContentHash.of(
        unit.command().toString(),
        new TreeMap<>(unit.environment()).toString(),
        unit.directory().toString());
  }

  /** File of two lines: the fingerprint, and the text of {@code /proc/<pid>/stat}. */
  static Optional<UnitRecord> read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static Optional<UnitRecord> parse(String text) {
    var lines = text.lines().toList();
    if (lines.size() != 2 || !lines.get(1).matches("\\d+ .*")) {
      return Optional.empty();
    }
    var pid = Long.parseLong(lines.get(1).substring(0, lines.get(1).indexOf(' ')));
    return ProcessIdentity.ofStat(pid, lines.get(1))
        .map(process -> new UnitRecord(process, lines.get(0)));
  }

  /** Decides by what was recorded, whether that still lives, and what is wanted now. */
  static Decision decide(Optional<UnitRecord> record, boolean alive, String wanted) {
    if (record.isEmpty() || !alive) {
      return Decision.START;
    }
    return record.get().fingerprint().equals(wanted) ? Decision.ADOPT : Decision.REPLACE;
  }
}
