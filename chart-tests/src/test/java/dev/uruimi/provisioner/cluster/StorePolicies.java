package dev.uruimi.provisioner.cluster;

import dev.uruimi.provisioner.NameServers;
import dev.uruimi.provisioner.blueprint.Blueprint;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;

/** The policies that the provisioner puts into a store's namespace before its chart. */
public final class StorePolicies {

  private StorePolicies() {}

  public static List<NetworkPolicy> of(Blueprint blueprint) {
    return new NetworkPolicies(NameServers.byDefault()).of(blueprint);
  }
}
