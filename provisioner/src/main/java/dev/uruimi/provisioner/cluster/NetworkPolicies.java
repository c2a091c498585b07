package dev.uruimi.provisioner.cluster;

import dev.uruimi.provisioner.blueprint.Blueprint;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Nothing may come in or go out, except: names, the shop's own pods among each other, customers to
 * what is exposed, and the public internet for payment (443) and mail (465, 587).
 */
final class NetworkPolicies {

  private static final LabelSelector ALL = new LabelSelectorBuilder().build();
  private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

  /** Where nodes, pods, services and cloud metadata are. */
  private static final List<String> PRIVATE =
      List.of(
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.168.0.0/16");

  private static final List<String> PRIVATE_6 = List.of("fc00::/7", "fe80::/10", "::1/128");

  private final List<String> nameServers;

  /**
   * @param nameServers address blocks of name servers that are no pods
   */
  NetworkPolicies(List<String> nameServers) {
    this.nameServers = List.copyOf(nameServers);
  }

  List<NetworkPolicy> of(Blueprint blueprint) {
    return List.of(
        policy(blueprint, "uruimi-default-deny", ALL, List.of(), List.of(), "Ingress", "Egress"),
        policy(blueprint, "uruimi-names", ALL, List.of(), List.of(names()), "Egress"),
        policy(
            blueprint,
            "uruimi-own-namespace",
            ALL,
            List.of(new NetworkPolicyIngressRuleBuilder().withFrom(ownPods()).build()),
            List.of(new NetworkPolicyEgressRuleBuilder().withTo(ownPods()).build()),
            "Ingress",
            "Egress"),
        policy(
            blueprint,
            "uruimi-customers",
            new LabelSelectorBuilder().withMatchLabels(Labels.EXPOSED).build(),
            List.of(new NetworkPolicyIngressRule()),
            List.of(),
            "Ingress"),
        policy(blueprint, "uruimi-internet", ALL, List.of(), List.of(internet()), "Egress"));
  }

  private static NetworkPolicy policy(
      Blueprint blueprint,
      String name,
      LabelSelector pods,
      List<NetworkPolicyIngressRule> ingress,
      List<NetworkPolicyEgressRule> egress,
      String... types) {
    return new NetworkPolicyBuilder()
        .withMetadata(Labels.metadata(blueprint, name))
        .withNewSpec()
        .withPodSelector(pods)
        .withIngress(ingress)
        .withEgress(egress)
        .withPolicyTypes(types)
        .endSpec()
        .build();
  }

  private NetworkPolicyEgressRule names() {
    var pods =
        new NetworkPolicyPeerBuilder()
            .withNewNamespaceSelector()
            .withMatchLabels(Map.of(NAMESPACE_NAME, "kube-system"))
            .endNamespaceSelector()
            .withNewPodSelector()
            .withMatchLabels(Map.of("k8s-app", "kube-dns"))
            .endPodSelector()
            .build();
    var others = nameServers.stream().map(block -> block(block, List.of()));
    return new NetworkPolicyEgressRuleBuilder()
        .withTo(Stream.concat(Stream.of(pods), others).toList())
        .withPorts(port("UDP", 53), port("TCP", 53))
        .build();
  }

  private static NetworkPolicyEgressRule internet() {
    return new NetworkPolicyEgressRuleBuilder()
        .withTo(block("0.0.0.0/0", PRIVATE), block("::/0", PRIVATE_6))
        .withPorts(port("TCP", 443), port("TCP", 465), port("TCP", 587))
        .build();
  }

  private static NetworkPolicyPeer ownPods() {
    return new NetworkPolicyPeerBuilder().withPodSelector(ALL).build();
  }

  private static NetworkPolicyPeer block(String cidr, List<String> except) {
    return new NetworkPolicyPeerBuilder()
        .withNewIpBlock()
        .withCidr(cidr)
        .withExcept(except)
        .endIpBlock()
        .build();
  }

  private static NetworkPolicyPort port(String protocol, int number) {
    return new NetworkPolicyPort(null, new IntOrString(number), protocol);
  }
}
