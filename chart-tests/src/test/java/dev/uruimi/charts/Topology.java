package dev.uruimi.charts;

import dev.uruimi.charts.flows.Party;
import java.util.Map;

/**
 * Where a shop runs.
 *
 * @param names where the cluster's name server is
 * @param ingress where its ingress controller is
 */
record Topology(String name, Party names, Party ingress, String node, Map<String, Party> others) {

  /** Traefik, the name server and the API server are processes of the one node. */
  static Topology embedded() {
    var node = "10.244.0.1";
    return new Topology(
        "the embedded cluster",
        new Party.Address(node),
        new Party.Address(node),
        "10.244.0.1",
        others("10.244.0.99", "10.96.0.1", node, node));
  }

  /** Traefik and CoreDNS are pods of kube-system on another node. */
  static Topology k3s() {
    return new Topology(
        "k3s",
        system("kube-dns", Map.of("k8s-app", "kube-dns"), "10.42.0.2"),
        system("traefik", Map.of("app.kubernetes.io/name", "traefik"), "10.42.0.3"),
        "192.168.1.11",
        others("192.168.1.10", "10.43.0.1", "192.168.1.10", "192.168.1.11"));
  }

  @Override
  public String toString() {
    return name;
  }

  private static Map<String, Party> others(
      String otherNode, String apiService, String apiServer, String kubelet) {
    return Map.of(
        "otherNode", new Party.Address(otherNode),
        "apiService", new Party.Address(apiService),
        "apiServer", new Party.Address(apiServer),
        "kubelet", new Party.Address(kubelet),
        "metadata", new Party.Address("169.254.169.254"),
        "lan", new Party.Address("192.168.7.7"),
        "internet", new Party.Address("203.0.113.7"),
        "stranger",
            new Party.Pod(
                "monitoring",
                Map.of("kubernetes.io/metadata.name", "monitoring"),
                Map.of("app", "prometheus"),
                "10.42.9.9",
                "192.168.1.12",
                Map.of("http", 443)));
  }

  private static Party system(String name, Map<String, String> labels, String address) {
    return new Party.Pod(
        "kube-system",
        Map.of("kubernetes.io/metadata.name", "kube-system"),
        labels,
        address,
        "192.168.1.10",
        Map.of(name, 53));
  }
}
