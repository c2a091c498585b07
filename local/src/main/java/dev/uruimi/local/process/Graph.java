package dev.uruimi.local.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parts and what they require of each other; without gaps and circles. */
public final class Graph {

  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final List<Part> startOrder = new ArrayList<>();

  /**
   * @throws IllegalArgumentException for a name given twice, a requirement nobody has that name of,
   *     and a circle
   */
  public Graph(Collection<? extends Part> parts) {
    for (var part : parts) {
      if (this.parts.put(part.name(), part) != null) {
        throw new IllegalArgumentException("two parts are named " + part.name());
      }
    }
    var placed = new LinkedHashSet<String>();
    for (var part : parts) {
      place(part, placed, new LinkedHashSet<>());
    }
  }

  private void place(Part part, Set<String> placed, Set<String> above) {
    if (placed.contains(part.name())) {
      return;
    }
    if (!above.add(part.name())) {
      throw new IllegalArgumentException("parts require each other: " + above);
    }
    for (var name : part.requires()) {
      var required = parts.get(name);
      if (required == null) {
        throw new IllegalArgumentException(part.name() + " requires unknown part " + name);
      }
      place(required, placed, above);
    }
    above.remove(part.name());
    placed.add(part.name());
    startOrder.add(part);
  }

  /** Every part after all it requires. */
  public List<Part> startOrder() {
    return List.copyOf(startOrder);
  }

  /** Every part before all it requires. */
  public List<Part> stopOrder() {
    return startOrder.reversed();
  }

  /** Names of the parts that directly require this one. */
  public List<String> requiredBy(Part part) {
    return parts.values().stream()
        .filter(other -> other.requires().contains(part.name()))
        .map(Part::name)
        .toList();
  }
}
