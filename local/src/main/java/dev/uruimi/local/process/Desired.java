package dev.uruimi.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What the person wants, on disk, so that keeper, supervisor and commands agree on it. */
enum Desired {
  UP,
  DOWN;

  private static Path file(UruimiHome home) {
    return home.run().resolve("desired");
  }

  void write(UruimiHome home) throws IOException {
    Files.createDirectories(home.run());
    var next = home.run().resolve("desired.new");
    Files.writeString(next, name().toLowerCase(java.util.Locale.ROOT) + "\n");
    Files.move(
        next, file(home), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static Desired read(UruimiHome home) {
    try {
      return Files.readString(file(home)).strip().equals("up") ? UP : DOWN;
    } catch (IOException e) {
      return DOWN;
    }
  }
}
