package dev.uruimi.engines;

import java.util.Map;

/** What running a scenario gave. */
public sealed interface ScenarioResult {

  /** Every step was answered as expected; what was captured, inputs included. */
  record Passed(Map<String, String> captured) implements ScenarioResult {}

  /**
   * A step was not answered as expected.
   *
   * @param step its name
   * @param message what came instead; never a body, which may hold customers' data
   */
  record Failed(String step, String message) implements ScenarioResult {}
}
