package dev.uruimi.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the programs of a control plane: in the folders of {@value #SETTING} (a system property or
 * an environment variable, separated like a class path), else in the newest folder of the user's
 * cache, where {@code uruimi} keeps what it built.
 */
final class KubernetesBinaries {

  static final String SETTING = "URUIMI_KUBERNETES_BIN";

  private final List<Path> folders;

  private KubernetesBinaries(List<Path> folders) {
    this.folders = folders;
  }

  static KubernetesBinaries found() {
    var setting = System.getProperty(SETTING, System.getenv(SETTING));
    return new KubernetesBinaries(setting == null || setting.isBlank() ? cached() : split(setting));
  }

  Path path(String program) {
    return folders.stream()
        .map(folder -> folder.resolve(program))
        .filter(Files::isExecutable)
        .max(Comparator.comparing(KubernetesBinaries::modified))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no program %s in %s: run \"./uruimi test\" or \"./uruimi up\" once, which build it, or name its folder in %s"
                        .formatted(program, folders, SETTING)));
  }

  private static List<Path> split(String folders) {
    return Arrays.stream(folders.split(File.pathSeparator)).map(Path::of).toList();
  }

  private static List<Path> cached() {
    var bin = cache().resolve("bin");
    if (!Files.isDirectory(bin)) {
      return List.of(bin);
    }
    try (var entries = Files.list(bin)) {
      return entries.filter(Files::isDirectory).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path cache() {
    var own = variable("URUIMI_CACHE");
    if (own != null) {
      return Path.of(own);
    }
    var shared = variable("XDG_CACHE_HOME");
    var folder =
        shared == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(shared);
    return folder.resolve("uruimi");
  }

  private static @Nullable String variable(String name) {
    var value = System.getenv(name);
    return value == null || value.isBlank() ? null : value;
  }

  private static java.nio.file.attribute.FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
