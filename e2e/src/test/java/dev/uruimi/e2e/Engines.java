package dev.uruimi.e2e;

import dev.uruimi.engines.Engine;
import dev.uruimi.engines.EngineCatalogue;
import dev.uruimi.local.process.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The engines of the installation under test: the repository's, one whose image does not exist, the
 * tests' own {@code window}, and {@code wordpress}, which is WooCommerce's with whichever image was
 * built: the real one, or the one with Debian's WordPress and a double of the plugin, which cannot
 * sell.
 */
final class Engines {

  private static final YAMLMapper YAML = YAMLMapper.shared();

  private static final Path DIRECTORY = make();

  private Engines() {}

  static Path directory() {
    return DIRECTORY;
  }

  /** One of the engines under test. */
  static Engine named(String name) {
    return EngineCatalogue.load(DIRECTORY, _ -> null).find(name).orElseThrow();
  }

  /** Whether the images of WooCommerce under test hold a double of it. */
  static boolean isDouble() {
    return "debian".equals(System.getenv("URUIMI_WORDPRESS"));
  }

  private static Path make() {
    try {
      var directory = Uruimi.repository().resolve("e2e/target/engines");
      Trees.delete(directory);
      copy(Uruimi.repository().resolve("engines"), directory);
      copy(Uruimi.repository().resolve("e2e/src/test/engines/window"), directory.resolve("window"));
      Files.writeString(
          another(directory, "no-image"),
          Files.readString(file(directory, "medusa"))
              .replaceFirst("(?m)^name: medusa$", "name: no-image")
              .replaceFirst("(?m)^default: true$", "default: false")
              .replaceFirst("(?m)^values:$", "values:\n  images: {medusa: {tag: no-such-image}}"));
      YAML.writeValue(
          another(directory, "wordpress"),
          wordpress((ObjectNode) YAML.readTree(file(directory, "woocommerce"))));
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode wordpress(ObjectNode engine) throws IOException {
    engine.put("name", "wordpress").put("title", "WordPress");
    if (isDouble()) {
      engine
          .put("title", "WordPress with a double of WooCommerce")
          .put("description", "A double, for tests: it cannot sell.");
      var values =
          Files.readString(Uruimi.repository().resolve("charts/woocommerce/ci/values-double.yaml"));
      YAML.readerForUpdating(engine.get("values")).readValue(values);
      ((ObjectNode) engine.get("readiness")).putArray("canSell");
    }
    return engine;
  }

  private static Path file(Path directory, String engine) {
    return directory.resolve(engine).resolve("engine.yaml");
  }

  /** The file of an engine that is yet to be written. */
  private static Path another(Path directory, String name) throws IOException {
    Files.createDirectory(directory.resolve(name));
    return file(directory, name);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
