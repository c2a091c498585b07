package dev.uruimi.provisioner.blueprint;

import dev.uruimi.engines.Engine;
import dev.uruimi.engines.Places;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;

/**
 * All that is needed to provision a store.
 *
 * @param places of the engine's values and secrets
 */
public record Blueprint(
    StoreId id, StoreSpecification store, Engine engine, Engine.Plan plan, Places places) {

  public String namespace() {
    return id.namespace();
  }
}
