package dev.uruimi.local.build;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tasks and what each waits for; without gaps and circles. */
public final class BuildGraph {

  private final Map<String, BuildNode> nodes = new LinkedHashMap<>();

  /**
   * @throws IllegalArgumentException for a name given twice, an unknown one, and a circle
   */
  public BuildGraph(Collection<BuildNode> nodes) {
    for (var node : nodes) {
      if (this.nodes.put(node.name(), node) != null) {
        throw new IllegalArgumentException("two tasks are named " + node.name());
      }
    }
    nodes.forEach(node -> check(node, Set.of()));
  }

  private void check(BuildNode node, Set<String> above) {
    if (above.contains(node.name())) {
      throw new IllegalArgumentException("tasks wait for each other: " + above);
    }
    var path = new HashSet<>(above);
    path.add(node.name());
    for (var name : node.after()) {
      var other = nodes.get(name);
      if (other == null) {
        throw new IllegalArgumentException(node.name() + " waits for unknown task " + name);
      }
      check(other, path);
    }
  }

  /** In the order given. */
  public List<BuildNode> nodes() {
    return List.copyOf(nodes.values());
  }

  /** What can begin now, in the order given. */
  public List<BuildNode> ready(Set<String> begun, Set<String> done) {
    return nodes.values().stream()
        .filter(node -> !begun.contains(node.name()) && done.containsAll(node.after()))
        .toList();
  }
}
