package dev.uruimi.local.cluster;

import dev.uruimi.local.process.BuildTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The cluster's programs: where each is in the cache, and what builds it. */
final class Binaries {

  /** Kubernetes' own version, as in the module file. */
  static final String KUBERNETES = "1.36.3";

  private static final String VERSIONS =
      " -X k8s.io/component-base/version.gitVersion=v%1$s -X k8s.io/client-go/pkg/version.gitVersion=v%1$s"
          .formatted(KUBERNETES);

  private static final List<String> COMPONENTS =
      List.of(
          "kube-apiserver",
          "kube-controller-manager",
          "kube-scheduler",
          "kubelet",
          "kube-proxy",
          "kubectl");

  private final GoModule kubernetes;
  private final GoModule etcd;
  private final TraefikBinary traefik;

  Binaries(Path cache) {
    this.kubernetes =
        new GoModule(
            cache,
            "kubernetes-" + KUBERNETES,
            "go",
            List.of("go.mod", "go.sum", "coredns/main.go"),
            VERSIONS);
    this.etcd = new GoModule(cache, "etcd", "etcd", List.of("go.mod", "go.sum"), "");
    this.traefik = new TraefikBinary(cache);
  }

  /** The longest first; each can be built beside the others. */
  List<BuildTask> tasks() {
    var programs = new ArrayList<GoProgram>();
    COMPONENTS.forEach(name -> programs.add(kubernetes.program("k8s.io/kubernetes/cmd/" + name)));
    programs.add(kubernetes.program("./coredns"));
    return List.of(
        new GoBuild("Kubernetes " + KUBERNETES, programs),
        new GoBuild("etcd", List.of(etcdProgram())),
        traefik);
  }

  Path path(String name) {
    return switch (name) {
      case "etcd" -> etcdProgram().path();
      case "traefik" -> traefik.path();
      case "coredns" -> kubernetes.program("./coredns").path();
      default -> kubernetes.program("k8s.io/kubernetes/cmd/" + name).path();
    };
  }

  private GoProgram etcdProgram() {
    return etcd.program("etcd", "go.etcd.io/etcd/server/v3");
  }
}
