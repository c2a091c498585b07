package dev.uruimi.local.clusterchoice;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The person's kubeconfig files, read as kubectl reads them: those of {@code $KUBECONFIG}, else
 * {@code ~/.kube/config}; of two entries of a name the first counts.
 */
public final class Kubeconfigs {

  private static final YAMLMapper YAML = new YAMLMapper();

  /** Fields that may hold a path, which is relative to the file it is in. */
  private static final List<String> PATHS =
      List.of("certificate-authority", "client-certificate", "client-key", "tokenFile");

  private final List<Source> sources;

  private record Source(Path file, JsonNode root) {}

  private Kubeconfigs(List<Source> sources) {
    this.sources = sources;
  }

  /**
   * Reads them; one that is not there is as good as empty.
   *
   * @throws IOException for one that cannot be read or is no YAML
   */
  public static Kubeconfigs of(Map<String, String> environment) throws IOException {
    var sources = new ArrayList<Source>();
    for (var file : files(environment)) {
      if (Files.isRegularFile(file)) {
        sources.add(new Source(file, parse(file)));
      }
    }
    return new Kubeconfigs(sources);
  }

  private static JsonNode parse(Path file) throws IOException {
    try {
      return YAML.readTree(Files.readString(file));
    } catch (tools.jackson.core.JacksonException e) {
      throw new IOException(file + " is no kubeconfig: " + e.getOriginalMessage(), e);
    }
  }

  private static List<Path> files(Map<String, String> environment) {
    var named = environment.getOrDefault("KUBECONFIG", "");
    if (!named.isBlank()) {
      return Arrays.stream(named.split(File.pathSeparator))
          .filter(name -> !name.isBlank())
          .map(name -> Path.of(name).toAbsolutePath())
          .toList();
    }
    var home = environment.getOrDefault("HOME", System.getProperty("user.home", "/"));
    return List.of(Path.of(home, ".kube", "config"));
  }

  /** All that name a cluster which is there. */
  public List<KubeContext> contexts() {
    var found = new ArrayList<KubeContext>();
    for (var source : sources) {
      for (var entry : source.root().path("contexts")) {
        var name = entry.path("name").asString("");
        if (found.stream().noneMatch(context -> context.name().equals(name))) {
          server(entry).ifPresent(it -> found.add(new KubeContext(name, it, isMinikube(entry))));
        }
      }
    }
    return found;
  }

  /** Name of the current context. */
  public Optional<String> current() {
    return sources.stream()
        .map(source -> source.root().path("current-context").asString(""))
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  /**
   * A kubeconfig with this context alone, which can be anywhere: its paths are absolute.
   *
   * @throws IOException when something that it names is missing
   */
  public String only(String context) throws IOException {
    var entry = entry("contexts", context);
    var root = YAML.createObjectNode();
    root.put("apiVersion", "v1").put("kind", "Config").put("current-context", context);
    root.set("contexts", YAML.createArrayNode().add(entry));
    root.set("clusters", list("clusters", entry.at("/context/cluster").asString("")));
    root.set("users", list("users", entry.at("/context/user").asString("")));
    return YAML.writeValueAsString(root);
  }

  private ArrayNode list(String kind, String name) throws IOException {
    return YAML.createArrayNode().add(entry(kind, name));
  }

  private JsonNode entry(String kind, String name) throws IOException {
    for (var source : sources) {
      for (var entry : source.root().path(kind)) {
        if (entry.path("name").asString("").equals(name)) {
          var copy = entry.deepCopy();
          absolute(copy.path("cluster"), source.file());
          absolute(copy.path("user"), source.file());
          return copy;
        }
      }
    }
    throw new IOException("the kubeconfig has no " + name + " among its " + kind);
  }

  private static void absolute(JsonNode node, Path file) {
    if (node instanceof ObjectNode object) {
      for (var field : PATHS) {
        var path = object.path(field).asString("");
        if (!path.isEmpty()) {
          object.put(field, file.resolveSibling(path).normalize().toString());
        }
      }
    }
  }

  private Optional<String> server(JsonNode context) {
    try {
      var cluster = entry("clusters", context.at("/context/cluster").asString(""));
      return Optional.of(cluster.at("/cluster/server").asString(""));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isMinikube(JsonNode context) {
    for (var extension : context.at("/context/extensions")) {
      if (extension.at("/extension/provider").asString("").startsWith("minikube")) {
        return true;
      }
    }
    return false;
  }
}
