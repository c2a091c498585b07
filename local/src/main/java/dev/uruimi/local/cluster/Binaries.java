package dev.uruimi.local.cluster;

import dev.uruimi.local.download.Downloads;
import dev.uruimi.local.download.Publishers;
import dev.uruimi.local.process.BuildTask;
import dev.uruimi.local.process.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cluster's programs: where each is in the cache, and what builds it. */
final class Binaries {

  /** Kubernetes' own version, as in the module file. */
  static final String KUBERNETES = "1.36.3";

  private static final String KWOK = "0.7.0";

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

  private static final List<String> CONTROL_PLANE =
      List.of("kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubectl");

  private final Publishers publishers = new Publishers();
  private final Downloads downloads;
  private final GoModule kubernetes;
  private final GoModule etcd;
  private final GoModule kwok;
  private final GoModule helm;
  private final TraefikBinary traefik;

  Binaries(Path cache) {
    this(cache, Downloads.of(System.getenv(), cache));
  }

  Binaries(Path cache, Downloads downloads) {
    this.downloads = downloads;
    this.kubernetes =
        new GoModule(
            cache,
            "kubernetes-" + KUBERNETES,
            "go",
            List.of("go.mod", "go.sum", "coredns/main.go"),
            VERSIONS);
    this.etcd = new GoModule(cache, "etcd", "etcd", List.of("go.mod", "go.sum"), "");
    this.kwok = new GoModule(cache, "kwok-" + KWOK, "kwok", List.of("go.mod", "go.sum"), "");
    this.helm =
        new GoModule(cache, "helm-" + helmVersion(), "helm", List.of("go.mod", "go.sum"), "");
    this.traefik = new TraefikBinary(cache);
  }

  /** The longest first; each can be built beside the others. */
  List<BuildTask> tasks() {
    return List.of(
        new BinariesBuild("Kubernetes " + KUBERNETES, kubernetes(), downloads),
        new BinariesBuild("etcd", List.of(etcd()), downloads),
        traefik);
  }

  /** What a cluster without a real node needs. */
  List<BuildTask> controlPlaneTasks() {
    var programs =
        CONTROL_PLANE.stream()
            .map(name -> binary("kubernetes", kubernetes.program("k8s.io/kubernetes/cmd/" + name)))
            .toList();
    return List.of(
        new BinariesBuild("Kubernetes " + KUBERNETES, programs, downloads),
        new BinariesBuild("etcd", List.of(etcd()), downloads),
        traefik);
  }

  /** What simulated nodes need besides. */
  BuildTask simulation() {
    return new BinariesBuild(
        "KWOK " + KWOK, List.of(new Binary(kwokProgram(), Optional.empty())), downloads);
  }

  /** What runs charts where helm-java cannot. */
  BuildTask helm() {
    return new BinariesBuild(
        "Helm " + helmVersion(), List.of(binary("helm", helmProgram())), downloads);
  }

  /** Whether all of {@link #tasks} come without a compiler, as far as can be told beforehand. */
  boolean comeWithoutCompiler() {
    var binaries = new ArrayList<>(kubernetes());
    binaries.add(etcd());
    return binaries.stream().allMatch(binary -> binary.published().isPresent())
        && downloads.offer(binaries.stream().flatMap(it -> it.published().stream()).toList());
  }

  private List<Binary> kubernetes() {
    var binaries = new ArrayList<Binary>();
    for (var name : COMPONENTS) {
      binaries.add(binary("kubernetes", kubernetes.program("k8s.io/kubernetes/cmd/" + name)));
    }
    binaries.add(binary("coredns", kubernetes.program("./coredns")));
    return binaries;
  }

  private Binary etcd() {
    return binary("etcd", etcdProgram());
  }

  private Binary binary(String product, GoProgram compiled) {
    var name = String.valueOf(compiled.path().getFileName());
    return new Binary(compiled, publishers.artifact(product, name, Target.here()));
  }

  Path path(String name) {
    return switch (name) {
      case "etcd" -> etcdProgram().path();
      case SimulatedNodes.KWOK -> kwokProgram().path();
      case "helm" -> helmProgram().path();
      case "traefik" -> traefik.path();
      case "coredns" -> kubernetes.program("./coredns").path();
      default -> kubernetes.program("k8s.io/kubernetes/cmd/" + name).path();
    };
  }

  private GoProgram kwokProgram() {
    return kwok.program("sigs.k8s.io/kwok/cmd/kwok");
  }

  private GoProgram helmProgram() {
    return helm.program("helm.sh/helm/v3/cmd/helm");
  }

  private String helmVersion() {
    return publishers.version("helm");
  }

  private GoProgram etcdProgram() {
    return etcd.program("etcd", "go.etcd.io/etcd/server/v3");
  }
}
