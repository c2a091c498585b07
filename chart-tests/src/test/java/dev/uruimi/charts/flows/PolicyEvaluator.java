package dev.uruimi.charts.flows;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;

/**
 * What NetworkPolicies allow, as the Kubernetes documentation says: a pod is isolated in a
 * direction as soon as one policy of that type selects it; then only what some policy allows
 * passes, and both ends must allow a connection. A pod's own node always reaches it ("Traffic to
 * and from the node where a Pod is running is always allowed"); the other way round, where
 * implementations differ, the rules are taken at their word.
 */
public final class PolicyEvaluator {

  private static final String INGRESS = "Ingress";
  private static final String EGRESS = "Egress";

  private final List<NetworkPolicy> policies;

  /**
   * @param policies each with its namespace
   */
  public PolicyEvaluator(List<NetworkPolicy> policies) {
    for (var policy : policies) {
      if (policy.getMetadata().getNamespace() == null) {
        throw new IllegalArgumentException("no namespace: " + policy.getMetadata().getName());
      }
    }
    this.policies = List.copyOf(policies);
  }

  /**
   * Whether a connection is made.
   *
   * @param port of the pod itself, behind any Service
   * @param protocol {@code TCP} or {@code UDP}
   */
  public boolean allows(Party from, Party to, int port, String protocol) {
    return mayLeave(from, to, port, protocol) && mayEnter(from, to, port, protocol);
  }

  private boolean mayLeave(Party from, Party to, int port, String protocol) {
    if (!(from instanceof Party.Pod pod)) {
      return true;
    }
    var selecting = selecting(pod, EGRESS);
    return selecting.isEmpty()
        || selecting.stream()
            .anyMatch(
                policy ->
                    policy.getSpec().getEgress().stream()
                        .anyMatch(
                            rule ->
                                isPort(rule.getPorts(), to, port, protocol)
                                    && isPeer(rule.getTo(), namespace(policy), to)));
  }

  private boolean mayEnter(Party from, Party to, int port, String protocol) {
    if (!(to instanceof Party.Pod pod) || pod.node().equals(from.address())) {
      return true;
    }
    var selecting = selecting(pod, INGRESS);
    return selecting.isEmpty()
        || selecting.stream()
            .anyMatch(
                policy ->
                    policy.getSpec().getIngress().stream()
                        .anyMatch(
                            rule ->
                                isPort(rule.getPorts(), to, port, protocol)
                                    && isPeer(rule.getFrom(), namespace(policy), from)));
  }

  private List<NetworkPolicy> selecting(Party.Pod pod, String type) {
    return policies.stream()
        .filter(policy -> namespace(policy).equals(pod.namespace()))
        .filter(policy -> isOfType(policy, type))
        .filter(policy -> matches(policy.getSpec().getPodSelector(), pod.labels()))
        .toList();
  }

  /** Without types a policy is about ingress, and about egress when it has such rules. */
  private static boolean isOfType(NetworkPolicy policy, String type) {
    var types = policy.getSpec().getPolicyTypes();
    if (types == null || types.isEmpty()) {
      return type.equals(INGRESS) || !policy.getSpec().getEgress().isEmpty();
    }
    return types.contains(type);
  }

  private static boolean isPeer(List<NetworkPolicyPeer> peers, String namespace, Party party) {
    return peers == null
        || peers.isEmpty()
        || peers.stream().anyMatch(peer -> isPeer(peer, namespace, party));
  }

  private static boolean isPeer(NetworkPolicyPeer peer, String namespace, Party party) {
    if (peer.getIpBlock() != null) {
      var block = peer.getIpBlock();
      return AddressBlock.of(block.getCidr()).contains(party.address())
          && block.getExcept().stream()
              .noneMatch(except -> AddressBlock.of(except).contains(party.address()));
    }
    if (!(party instanceof Party.Pod pod)) {
      return false;
    }
    var inNamespace =
        peer.getNamespaceSelector() == null
            ? namespace.equals(pod.namespace())
            : matches(peer.getNamespaceSelector(), pod.namespaceLabels());
    return inNamespace
        && (peer.getPodSelector() == null || matches(peer.getPodSelector(), pod.labels()));
  }

  private static boolean isPort(
      List<NetworkPolicyPort> ports, Party to, int port, String protocol) {
    return ports == null
        || ports.isEmpty()
        || ports.stream().anyMatch(rule -> isPort(rule, to, port, protocol));
  }

  private static boolean isPort(NetworkPolicyPort rule, Party to, int port, String protocol) {
    if (!(rule.getProtocol() == null ? "TCP" : rule.getProtocol()).equals(protocol)) {
      return false;
    }
    if (rule.getPort() == null) {
      return true;
    }
    if (rule.getPort().getStrVal() != null) {
      return to instanceof Party.Pod pod
          && Integer.valueOf(port).equals(pod.ports().get(rule.getPort().getStrVal()));
    }
    var first = rule.getPort().getIntVal();
    var last = rule.getEndPort() == null ? first : rule.getEndPort();
    return first <= port && port <= last;
  }

  private static boolean matches(LabelSelector selector, Map<String, String> labels) {
    return (selector.getMatchLabels() == null
            || labels.entrySet().containsAll(selector.getMatchLabels().entrySet()))
        && (selector.getMatchExpressions() == null
            || selector.getMatchExpressions().stream()
                .allMatch(requirement -> matches(requirement, labels)));
  }

  private static boolean matches(LabelSelectorRequirement requirement, Map<String, String> labels) {
    var value = labels.get(requirement.getKey());
    return switch (requirement.getOperator()) {
      case "In" -> value != null && requirement.getValues().contains(value);
      case "NotIn" -> value == null || !requirement.getValues().contains(value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default -> throw new IllegalArgumentException(requirement.getOperator());
    };
  }

  private static String namespace(NetworkPolicy policy) {
    return policy.getMetadata().getNamespace();
  }
}
