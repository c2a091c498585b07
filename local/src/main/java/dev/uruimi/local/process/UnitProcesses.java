package dev.uruimi.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The processes of an installation's units, as their records tell. */
public record UnitProcesses(UruimiHome home) {

  /** Names of all units that were started and not ended by a take-down. */
  public List<String> names() throws IOException {
    var folder = home.run().resolve("units");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var records = Files.list(folder)) {
      return records
          .map(Path::getFileName)
          .map(String::valueOf)
          .filter(name -> !name.endsWith(".new"))
          .sorted()
          .toList();
    }
  }

  /** What runs as that unit now; empty while nothing does. */
  public Optional<ProcessHandle> process(String unit) {
    return UnitRecord.read(new Launcher(home, Waiter.REAL).record(unit))
        .map(UnitRecord::process)
        .filter(ProcessIdentity::alive)
        .flatMap(process -> ProcessHandle.of(process.pid()));
  }
}
