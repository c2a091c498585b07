package dev.uruimi.provisioner.cluster;

import dev.uruimi.events.StoreId;
import dev.uruimi.provisioner.blueprint.Blueprint;
import dev.uruimi.provisioner.decide.Observation.Leftovers;
import dev.uruimi.provisioner.decide.Observation.Namespace;

/** A store's namespace and what the provisioner itself puts into it. Every call may be repeated. */
public interface StoreCluster {

  /** State of the store's namespace. */
  Namespace namespace(StoreId id);

  /** Volume claims and pods in the namespace. */
  Leftovers leftovers(StoreId id);

  /** Makes or corrects the namespace. */
  void applyNamespace(Blueprint blueprint);

  /**
   * Makes or corrects quota, limits, network policies and the API's access; returns when the quota
   * is in force.
   */
  void applyGuardrails(Blueprint blueprint);

  /** Makes the secrets that are not there yet; never changes one. */
  void createSecrets(Blueprint blueprint);

  /** Removes volume claims and pods; does not wait until they are gone. */
  void removeLeftovers(StoreId id);
}
