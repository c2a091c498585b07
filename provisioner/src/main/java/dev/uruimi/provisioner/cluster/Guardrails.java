package dev.uruimi.provisioner.cluster;

import dev.uruimi.provisioner.blueprint.Blueprint;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Limits of a store's namespace: in place before anything of the shop is. */
final class Guardrails {

  static final String NAME = "uruimi";

  private final NetworkPolicies policies;
  private final CredentialsAccess access;

  Guardrails(NetworkPolicies policies, CredentialsAccess access) {
    this.policies = policies;
    this.access = access;
  }

  List<HasMetadata> of(Blueprint blueprint) {
    var all = new ArrayList<HasMetadata>();
    all.add(quota(blueprint));
    all.add(limits(blueprint));
    all.addAll(policies.of(blueprint));
    all.addAll(access.of(blueprint));
    return all;
  }

  private static ResourceQuota quota(Blueprint blueprint) {
    var hard =
        blueprint.plan().quota().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> Quantity.parse(e.getValue())));
    return new ResourceQuotaBuilder()
        .withMetadata(Labels.metadata(blueprint, NAME))
        .withNewSpec()
        .withHard(hard)
        .endSpec()
        .build();
  }

  /** For containers that name none: a quota refuses pods without requests and limits. */
  private static LimitRange limits(Blueprint blueprint) {
    return new LimitRangeBuilder()
        .withMetadata(Labels.metadata(blueprint, NAME))
        .withNewSpec()
        .addNewLimit()
        .withType("Container")
        .addToDefaultRequest("cpu", Quantity.parse("25m"))
        .addToDefaultRequest("memory", Quantity.parse("64Mi"))
        .addToDefault("memory", Quantity.parse("256Mi"))
        .endLimit()
        .endSpec()
        .build();
  }
}
