package dev.uruimi.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Names of the environment variables that the engines of a directory read, for who starts services.
 * Found in the text alone: a bad engine is for the services to refuse, and must not keep anybody
 * from stopping them.
 */
public final class EngineVariables {

  private static final Pattern NAMED =
      Pattern.compile("\\bvaluesFile[\"']?\\s*:\\s*[\"']?\\$\\{([A-Z][A-Z0-9_]*):");

  private EngineVariables() {}

  /** None of a directory that is not there: the services will say so. */
  public static Set<String> in(Path directory) {
    var names = new TreeSet<String>();
    if (!Files.isDirectory(directory)) {
      return names;
    }
    try (var folders = Files.newDirectoryStream(directory)) {
      for (var folder : folders) {
        var file = folder.resolve(EngineCatalogue.FILE);
        if (Files.isRegularFile(file)) {
          var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
          NAMED.matcher(text).results().forEach(match -> names.add(match.group(1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("engines at " + directory + " cannot be read", e);
    }
    return names;
  }
}
