package dev.uruimi.watcher.probe;

import dev.uruimi.engines.ScenarioStep;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A shop and what it has to answer. Both are empty when its readiness is its pods alone.
 *
 * @param live asked always
 * @param sale asked after that when a customer's way is to be tried, else empty
 */
public record Shop(String host, String protocol, List<ScenarioStep> live, List<ScenarioStep> sale) {

  /** Everything that is asked, in order. */
  public List<ScenarioStep> steps() {
    return Stream.concat(live.stream(), sale.stream()).toList();
  }

  /** The first step of this name. */
  Optional<ScenarioStep> step(String name) {
    return steps().stream().filter(step -> step.name().equals(name)).findFirst();
  }

  boolean isLive(String step) {
    return live.stream().anyMatch(known -> known.name().equals(step));
  }
}
