package dev.uruimi.local.clusterchoice;

import dev.uruimi.local.clusterchoice.ClusterChoice.Context;
import dev.uruimi.local.clusterchoice.ClusterChoice.Embedded;
import dev.uruimi.local.clusterchoice.ClusterChoice.Made;
import dev.uruimi.local.clusterchoice.ClusterChoice.Simulated;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers the choice in the state folder, so that every later command acts on the same cluster.
 */
public record ChoiceFile(UruimiHome home) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** The choice; the own cluster of an installation that is older than this file. */
  public Optional<ClusterChoice> read() throws IOException {
    if (Files.exists(file())) {
      return Optional.of(parse(Files.readString(file())));
    }
    return Files.isDirectory(home.data("etcd")) ? Optional.of(new Embedded()) : Optional.empty();
  }

  public void write(ClusterChoice choice) throws IOException {
    Files.createDirectories(home.state());
    var next = file().resolveSibling("cluster.json.new");
    Files.writeString(next, text(choice));
    Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static String text(ClusterChoice choice) {
    var node = JSON.createObjectNode();
    switch (choice) {
      case Embedded() -> node.put("kind", "embedded");
      case Simulated(var why) -> node.put("kind", "simulated").put("why", why);
      case Context(var name, var distribution) ->
          node.put("kind", "context").put("name", name).put("distribution", distribution.name());
      case Made(var tool) -> node.put("kind", "made").put("distribution", tool.name());
    }
    return node.toString();
  }

  static ClusterChoice parse(String text) throws IOException {
    var node = JSON.readTree(text);
    return switch (node.path("kind").asString("")) {
      case "embedded" -> new Embedded();
      case "simulated" -> new Simulated(node.path("why").asString(""));
      case "context" -> new Context(node.path("name").asString(""), distribution(node));
      case "made" -> new Made(distribution(node));
      default -> throw new IOException("not a choice of a cluster: " + text);
    };
  }

  private static Distribution distribution(JsonNode node) {
    return Distribution.valueOf(node.path("distribution").asString("OTHER"));
  }

  private Path file() {
    return home.state().resolve("cluster.json");
  }
}
