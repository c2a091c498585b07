package dev.uruimi.local.cluster;

import dev.uruimi.local.process.Readiness;
import dev.uruimi.local.process.Unit;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What serves the node's pods from beside them: service proxy, DNS and ingress. */
final class NodeServices {

  private final ClusterFiles files;
  private final ConfigFiles config;
  private final Binaries binaries;

  NodeServices(ClusterFiles files, ConfigFiles config, Binaries binaries) {
    this.files = files;
    this.config = config;
    this.binaries = binaries;
  }

  List<Unit> units() {
    return List.of(proxy(), dns(), ingress());
  }

  private Unit proxy() {
    return Unit.of(
            "kube-proxy",
            directory(),
            List.of(
                binaries.path("kube-proxy").toString(),
                "--config=" + files.config("kube-proxy.yaml"),
                "--hostname-override=" + Kubelet.NODE_NAME))
        .requiring("kube-apiserver")
        .withEnvironment(config.changesWith("kube-proxy.yaml"))
        .readyWhen(http(Addresses.PROXY_HEALTH, "/livez"));
  }

  private Unit dns() {
    return Unit.of(
            "coredns",
            directory(),
            List.of(
                binaries.path("coredns").toString(), "-conf", files.config("Corefile").toString()))
        .requiring("kube-apiserver")
        .withEnvironment(config.changesWith("Corefile"))
        .readyWhen(http(Addresses.DNS_READY, "/ready"));
  }

  Unit ingress() {
    return Unit.of(
            "traefik",
            directory(),
            List.of(
                binaries.path("traefik").toString(),
                "--configFile=" + files.config("traefik.yaml")))
        .requiring("kube-apiserver", TargetCluster.OBJECTS)
        .withEnvironment(
            Map.of(
                "KUBECONFIG",
                files.kubeconfig(Certificates.ADMIN).toString(),
                "URUIMI_CONFIGURATION",
                config.changesWith("traefik.yaml").toString()))
        .readyWhen(http(Addresses.TRAEFIK_PING, "/ping"));
  }

  private Path directory() {
    return files.home().data("kubernetes");
  }

  private static Readiness http(int port, String path) {
    return Readiness.http(URI.create("http://127.0.0.1:" + port + path));
  }
}
