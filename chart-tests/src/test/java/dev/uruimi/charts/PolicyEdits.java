package dev.uruimi.charts;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.stream.Stream;

/** Policies with something changed. */
final class PolicyEdits {

  private PolicyEdits() {}

  static List<NetworkPolicy> in(String namespace, List<NetworkPolicy> policies) {
    return policies.stream()
        .map(
            policy ->
                new NetworkPolicyBuilder(policy)
                    .editMetadata()
                    .withNamespace(namespace)
                    .endMetadata()
                    .build())
        .toList();
  }

  static boolean is(NetworkPolicy policy, String... names) {
    return List.of(names).contains(policy.getMetadata().getName());
  }

  /** One more policy in every namespace that has some. */
  static List<NetworkPolicy> with(List<NetworkPolicy> policies, String spec) {
    var more =
        policies.stream()
            .map(policy -> policy.getMetadata().getNamespace())
            .distinct()
            .map(
                namespace ->
                    Serialization.<NetworkPolicy>unmarshal(
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: mistake, namespace: %s}
                        spec: {%s}
                        """
                            .formatted(namespace, spec),
                        NetworkPolicy.class));
    return Stream.concat(policies.stream(), more).toList();
  }

  static List<NetworkPolicy> edited(List<NetworkPolicy> policies, String from, String to) {
    return policies.stream()
        .map(
            policy ->
                Serialization.unmarshal(
                    Serialization.asJson(policy).replace(from, to), NetworkPolicy.class))
        .toList();
  }

  static NetworkPolicy relabelled(NetworkPolicy policy) {
    return Serialization.unmarshal(
        Serialization.asJson(policy)
            .replace("app.kubernetes.io/component", "app.kubernetes.io/role"),
        NetworkPolicy.class);
  }

  static List<NetworkPolicy> removeRules(List<NetworkPolicy> policies, int port) {
    return policies.stream()
        .map(
            policy ->
                new NetworkPolicyBuilder(policy)
                    .editSpec()
                    .withEgress(
                        policy.getSpec().getEgress().stream()
                            .filter(
                                rule ->
                                    rule.getPorts().stream()
                                        .noneMatch(
                                            p ->
                                                Integer.valueOf(port)
                                                    .equals(p.getPort().getIntVal())))
                            .toList())
                    .endSpec()
                    .build())
        .toList();
  }
}
