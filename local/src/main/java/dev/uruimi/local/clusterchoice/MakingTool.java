package dev.uruimi.local.clusterchoice;

import java.nio.file.Path;
import java.util.List;

/**
 * The command lines of kind and k3d.
 *
 * @param distribution which of the two
 * @param name of the cluster
 * @param kubeconfig a file of its own for the cluster's
 */
record MakingTool(Distribution distribution, String name, Path kubeconfig) {

  MakingTool {
    if (distribution != Distribution.KIND && distribution != Distribution.K3D) {
      throw new IllegalArgumentException(distribution + " makes no clusters");
    }
  }

  /** Name of the context that leads to it. */
  String context() {
    return (kind() ? "kind-" : "k3d-") + name;
  }

  /**
   * @param kindConfig the file with {@link #kindConfig}
   * @param ingressPort on loopback, that leads to the ingress
   */
  List<String> create(Path kindConfig, int ingressPort) {
    return kind()
        ? List.of(
            "kind",
            "create",
            "cluster",
            "--name",
            name,
            "--config",
            kindConfig.toString(),
            "--kubeconfig",
            kubeconfig.toString(),
            "--wait",
            "120s")
        : List.of(
            "k3d",
            "cluster",
            "create",
            name,
            "--port",
            "127.0.0.1:" + ingressPort + ":80@loadbalancer",
            "--kubeconfig-update-default=false",
            "--kubeconfig-switch-context=false",
            "--wait");
  }

  List<String> delete() {
    return kind()
        ? List.of(
            "kind", "delete", "cluster", "--name", name, "--kubeconfig", kubeconfig.toString())
        : List.of("k3d", "cluster", "delete", name);
  }

  List<String> list() {
    return kind()
        ? List.of("kind", "get", "clusters")
        : List.of("k3d", "cluster", "list", "--no-headers");
  }

  /** Whether the cluster is in what {@link #list()} printed. */
  boolean lists(String output) {
    return output.lines().anyMatch(line -> line.strip().split("\\s+")[0].equals(name));
  }

  List<String> writeKubeconfig() {
    return kind()
        ? List.of(
            "kind", "export", "kubeconfig", "--name", name, "--kubeconfig", kubeconfig.toString())
        : List.of("k3d", "kubeconfig", "write", name, "--output", kubeconfig.toString());
  }

  /** A node whose NodePort of the ingress is a port of this machine's loopback. */
  static String kindConfig(int ingressPort, int nodePort) {
    return """
        kind: Cluster
        apiVersion: kind.x-k8s.io/v1alpha4
        nodes:
          - role: control-plane
            extraPortMappings:
              - {containerPort: %d, hostPort: %d, listenAddress: 127.0.0.1, protocol: TCP}
        """
        .formatted(nodePort, ingressPort);
  }

  private boolean kind() {
    return distribution == Distribution.KIND;
  }
}
