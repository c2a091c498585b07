package dev.uruimi.local.services;

import dev.uruimi.local.process.CacheEntry;
import dev.uruimi.local.process.ContentHash;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The engines that the services offer: copies, so that changed files are another folder, and the
 * services are started again with it. An engine whose images could not be had is left out; it has
 * the name of their folder.
 *
 * @param source all engines
 * @param more folders of engines from elsewhere
 * @param without names of those to leave out
 */
public record OfferedEngines(UruimiHome home, Path source, List<Path> more, Set<String> without) {

  private static final String OPTIONAL = "optional-engines";

  /** Where all engines are: what the environment says, else the repository's. */
  public static Path source(UruimiHome home, Map<String, String> environment) {
    return home.repository().resolve(environment.getOrDefault("ENGINES_DIRECTORY", "engines"));
  }

  /** The folder of an engine that is offered only when asked for. */
  public static Path optional(UruimiHome home, String name) {
    return home.repository().resolve(OPTIONAL).resolve(name);
  }

  /** The names of all engines that are offered only when asked for. */
  public static List<String> optional(UruimiHome home) throws IOException {
    try (var entries = Files.list(home.repository().resolve(OPTIONAL))) {
      return entries.map(OfferedEngines::name).sorted().toList();
    }
  }

  /** Names of the engines in a folder of engines. */
  public static List<String> names(Path source) throws IOException {
    try (var entries = Files.list(source)) {
      return entries.map(OfferedEngines::name).sorted().toList();
    }
  }

  /** Copies them, unless that was done before. */
  public Path folder() throws Exception {
    var target = home.state().resolve("engines").resolve(hash());
    new CacheEntry(target)
        .make(
            work -> {
              var copies = Files.createDirectory(work.resolve("engines"));
              for (var entry : offered()) {
                copy(entry, copies);
              }
              return copies;
            });
    return target;
  }

  private String hash() throws IOException {
    var parts = new ArrayList<String>();
    for (var entry : offered()) {
      parts.add(String.valueOf(entry.getFileName()));
      parts.add(ContentHash.ofFolder(entry));
    }
    return ContentHash.of(parts.toArray(String[]::new));
  }

  private List<Path> offered() throws IOException {
    try (var entries = Files.list(source)) {
      return Stream.concat(
              entries.filter(entry -> !without.contains(name(entry))).sorted(), more.stream())
          .toList();
    }
  }

  /** Of a folder, or of a file without its extension. */
  private static String name(Path entry) {
    var name = String.valueOf(entry.getFileName());
    return name.endsWith(".yaml") ? name.substring(0, name.length() - ".yaml".length()) : name;
  }

  private void copy(Path entry, Path folder) throws IOException {
    try (var files = Files.walk(entry)) {
      for (var file : files.toList()) {
        var target = folder.resolve(entry.resolveSibling("").relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
