package dev.uruimi.api.stores;

import dev.uruimi.engines.Engine;
import java.util.Optional;

/** Names of plans. */
final class PlanName {

  private PlanName() {}

  /** What is wrong with a plan of an engine, to be read after the word "plan". */
  static Optional<String> complaint(Engine engine, String plan) {
    return engine.plans().containsKey(plan)
        ? Optional.empty()
        : Optional.of(
            "is not known to this engine; known are " + String.join(", ", engine.plans().keySet()));
  }
}
