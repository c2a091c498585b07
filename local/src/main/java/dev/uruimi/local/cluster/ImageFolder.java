package dev.uruimi.local.cluster;

import dev.uruimi.local.process.ContentHash;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder of {@code images/} and what its {@code build.sh} made of it. A build that found nothing
 * to build from leaves {@code images.txt} empty and says why in {@code skipped.txt}.
 *
 * @param environment of which {@code environment.txt} names the variables that the build depends on
 */
public record ImageFolder(UruimiHome home, String name, Map<String, String> environment) {

  static final String LIST = "images.txt";
  static final String WHY = "skipped.txt";

  Path source() {
    return home.repository().resolve("images").resolve(name);
  }

  /** Hash of the sources, and of the variables with the files that they name. */
  public String hash() {
    try {
      var parts = new ArrayList<String>();
      parts.add(ContentHash.ofFolder(source()));
      for (var variable : variables()) {
        var value = environment.getOrDefault(variable, "");
        var file = Path.of(value);
        parts.add(variable + "=" + value);
        if (!value.isEmpty() && Files.isRegularFile(file)) {
          parts.add(Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis());
        }
      }
      return parts.size() == 1 ? parts.getFirst() : ContentHash.of(parts.toArray(String[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is built to. */
  public Path built() {
    return home.image(name, hash());
  }

  /** Names of the archives in {@link #built()}; there are none before it is built. */
  public List<String> archives() throws IOException {
    var list = built().resolve(LIST);
    if (!Files.exists(list)) {
      throw new IOException("image " + name + " is not built: " + list + " is missing");
    }
    return Files.readAllLines(list).stream()
        .map(line -> line.substring(0, line.indexOf(' ')))
        .distinct()
        .toList();
  }

  /** Why there are no images of it; empty when there are, or when it was not built yet. */
  public Optional<String> skipped() {
    var list = built().resolve(LIST);
    try {
      if (!Files.exists(list) || Files.size(list) > 0) {
        return Optional.empty();
      }
      var why = list.resolveSibling(WHY);
      return Optional.of(Files.exists(why) ? Files.readString(why).strip() : "nothing was built");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> variables() throws IOException {
    var file = source().resolve("environment.txt");
    return Files.exists(file)
        ? Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList()
        : List.of();
  }
}
