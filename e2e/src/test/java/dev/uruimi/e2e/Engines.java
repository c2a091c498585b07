package dev.uruimi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The engines of the installation under test: the repository's, and one whose image does not exist.
 */
final class Engines {

  private Engines() {}

  static Path directory() {
    try {
      var directory = Uruimi.repository().resolve("e2e/target/engines");
      Files.createDirectories(directory);
      try (var files = Files.list(Uruimi.repository().resolve("engines"))) {
        for (var file : files.toList()) {
          Files.copy(
              file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      var medusa = Files.readString(directory.resolve("medusa.yaml"));
      Files.writeString(
          directory.resolve("no-image.yaml"),
          medusa
              .replaceFirst("(?m)^name: medusa$", "name: no-image")
              .replaceFirst("(?m)^values:$", "values:\n  images: {medusa: {tag: no-such-image}}"));
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
