package dev.uruimi.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The engines known here: a folder each, so that adding one changes no code. */
public final class EngineCatalogue {

  static final String FILE = "engine.yaml";

  private final Map<String, Engine> engines;

  private EngineCatalogue(Map<String, Engine> engines) {
    this.engines = engines;
  }

  /**
   * Reads the engine of every folder in a directory.
   *
   * @param environment gives the value of an environment variable, or null
   * @throws BadEngineException for anything there that is no usable engine
   */
  public static EngineCatalogue load(Path directory, UnaryOperator<@Nullable String> environment) {
    var engines = new LinkedHashMap<String, Engine>();
    var files = new HashMap<String, Path>();
    for (var file : files(directory)) {
      var reading = new EngineFile(file);
      var engine = reading.read(environment);
      var other = files.putIfAbsent(engine.name(), file);
      if (other != null) {
        throw reading.bad(
            Field.of("name"), engine.name() + " is the name of the engine in " + other + ", too");
      }
      engines.put(engine.name(), engine);
    }
    if (engines.isEmpty()) {
      throw new BadEngineException(directory.toAbsolutePath(), "holds no engine");
    }
    return new EngineCatalogue(engines);
  }

  /** The engine of this name. */
  public Optional<Engine> find(String name) {
    return Optional.ofNullable(engines.get(name));
  }

  /** All engines, by the names of their folders. */
  public List<Engine> all() {
    return List.copyOf(engines.values());
  }

  /** The engine where nobody names one: the first that says so, else the first. */
  public Engine preferred() {
    return all().stream().filter(Engine::preferred).findFirst().orElse(all().getFirst());
  }

  private static List<Path> files(Path directory) {
    try (var entries = Files.list(directory)) {
      return entries
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted(Comparator.naturalOrder())
          .map(EngineCatalogue::file)
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("no engines at " + directory.toAbsolutePath(), e);
    }
  }

  /**
   * Nothing of a folder may be passed over in silence: a misplaced engine would just be missing.
   */
  private static Optional<Path> file(Path entry) {
    if (!Files.isDirectory(entry)) {
      if (entry.toString().matches(".*\\.ya?ml")) {
        throw new BadEngineException(entry, "an engine is a folder with an " + FILE + " in it");
      }
      return Optional.empty();
    }
    var file = entry.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new BadEngineException(entry, "there is no " + FILE + " in this folder");
    }
    return Optional.of(file);
  }
}
