package dev.uruimi.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * This program, to be started again as a child that lives long. What the repository builds is
 * copied for that, so that the next build does not pull the code from under it.
 *
 * @param classPath jars and folders, in order
 * @param state of the installation it works for; on the command line, so that a list of processes
 *     tells whose it is
 */
public record Program(List<String> classPath, Path state) {

  public Program {
    classPath = List.copyOf(classPath);
  }

  /** The class path of this process where it is: to be looked at, not to be started for long. */
  public static Program inPlace(UruimiHome home) {
    return new Program(
        List.of(System.getProperty("java.class.path").split(File.pathSeparator)), home.state());
  }

  /** The class path of this process, what is below the repository being copied. */
  public static Program copyOfThis(UruimiHome home) throws Exception {
    var entries = new ArrayList<String>();
    for (var entry : inPlace(home).classPath()) {
      var path = Path.of(entry).toAbsolutePath().normalize();
      if (path.startsWith(home.repository()) && Files.exists(path)) {
        path = copy(path, copies(home));
      }
      entries.add(path.toString());
    }
    return new Program(entries, home.state());
  }

  /** Removes the copies; nothing that was started from them may run any more. */
  public static void deleteCopies(UruimiHome home) throws IOException {
    Trees.delete(copies(home));
  }

  private static Path copies(UruimiHome home) {
    return home.state().resolve("program");
  }

  /** Command line of another JVM with this class path: small, quick to start. */
  public List<String> java(List<String> options, String mainClass, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError"));
    command.add("-Duruimi.state=" + state);
    command.addAll(options);
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), mainClass));
    command.addAll(arguments);
    return List.copyOf(command);
  }

  private static Path copy(Path source, Path folder) throws Exception {
    var copy = folder.resolve(fingerprint(source)).resolve(source.getFileName());
    new CacheEntry(copy)
        .make(
            work -> {
              var target = work.resolve("copy");
              copyTree(source, target);
              return target;
            });
    return copy;
  }

  /** By names, sizes and times: reading all bytes at every start is not worth it. */
  private static String fingerprint(Path source) throws IOException {
    try (var files = Files.walk(source)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> file + " " + file.toFile().length() + " " + file.toFile().lastModified())
          .collect(Collectors.collectingAndThen(Collectors.joining("\n"), ContentHash::of));
    }
  }

  private static void copyTree(Path source, Path target) throws IOException {
    try (var files = Files.walk(source)) {
      for (var file : files.toList()) {
        var copy = target.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
