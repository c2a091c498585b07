package dev.uruimi.watcher.probe;

import dev.uruimi.engines.ScenarioStep;
import java.util.ArrayList;
import java.util.List;

/**
 * A shop and what it has to answer.
 *
 * @param steps empty when its readiness is its pods alone
 */
public record Shop(String host, String protocol, List<ScenarioStep> steps) {

  /** The same shop, asked for more. */
  public Shop alsoAsked(List<ScenarioStep> more) {
    var all = new ArrayList<>(steps);
    all.addAll(more);
    return new Shop(host, protocol, List.copyOf(all));
  }
}
