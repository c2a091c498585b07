package dev.uruimi.watcher.probe;

import dev.uruimi.engines.ScenarioResult;

/** Asks a shop once. */
@FunctionalInterface
public interface Asking {

  /**
   * Takes the shop's steps.
   *
   * @throws IngressDownException when it is not the shop but the way to all of them
   */
  ScenarioResult ask(Shop shop) throws InterruptedException, IngressDownException;
}
