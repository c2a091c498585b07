package dev.uruimi.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The engines known here: one YAML file each, so that adding one changes no code. */
public final class EngineCatalogue {

  private final Map<String, Engine> engines;

  private EngineCatalogue(Map<String, Engine> engines) {
    this.engines = engines;
  }

  /**
   * Reads every {@code *.yaml} of a folder.
   *
   * @param environment gives the value of an environment variable, or null
   * @throws BadEngineException for a file that cannot be used
   */
  public static EngineCatalogue load(Path directory, UnaryOperator<@Nullable String> environment) {
    var files = new EngineFiles(environment);
    var engines = new LinkedHashMap<String, Engine>();
    for (var file : list(directory)) {
      var engine = files.read(file);
      if (engines.putIfAbsent(engine.name(), engine) != null) {
        throw new BadEngineException(file + ": a second engine of the name " + engine.name());
      }
    }
    return new EngineCatalogue(engines);
  }

  /** The engine of this name. */
  public Optional<Engine> find(String name) {
    return Optional.ofNullable(engines.get(name));
  }

  /** All engines, by file name. */
  public List<Engine> all() {
    return List.copyOf(engines.values());
  }

  private static List<Path> list(Path directory) {
    try (var files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".yaml"))
          .sorted(Comparator.naturalOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("no engines at " + directory.toAbsolutePath(), e);
    }
  }
}
