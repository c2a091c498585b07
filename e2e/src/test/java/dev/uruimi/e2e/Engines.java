package dev.uruimi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The engines of the installation under test: the repository's, one whose image does not exist, and
 * a third one of the tests' own.
 */
final class Engines {

  private static final class Made {
    /** Once per run: services that are started again read it meanwhile. */
    static final Path DIRECTORY = make();
  }

  private Engines() {}

  static Path directory() {
    return Made.DIRECTORY;
  }

  private static Path make() {
    try {
      var directory = Uruimi.repository().resolve("e2e/target/engines");
      if (Files.exists(directory)) {
        delete(directory);
      }
      copy(Uruimi.repository().resolve("engines"), directory);
      withoutImage(directory.resolve("medusa/engine.yaml"), directory.resolve("no-image"));
      copy(Uruimi.repository().resolve("e2e/src/test/engines/window"), directory.resolve("window"));
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void withoutImage(Path medusa, Path folder) throws IOException {
    Files.createDirectory(folder);
    Files.writeString(
        folder.resolve("engine.yaml"),
        Files.readString(medusa)
            .replaceFirst("(?m)^name: medusa$", "name: no-image")
            .replaceFirst("(?m)^default: true$", "default: false")
            .replaceFirst("(?m)^values:$", "values:\n  images: {medusa: {tag: no-such-image}}"));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file, to.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void delete(Path directory) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path folder, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
