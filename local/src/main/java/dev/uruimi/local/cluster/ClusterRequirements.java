package dev.uruimi.local.cluster;

import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.Requirement;
import java.nio.file.Files;
import java.util.List;

/** What the embedded cluster needs of the machine. */
final class ClusterRequirements {

  private ClusterRequirements() {}

  static List<Requirement> all() {
    return List.of(
        program("containerd", "runs the shops' containers", "containerd"),
        program("runc", "starts one container", "runc"),
        program("iptables", "routes service addresses to pods", "iptables"),
        program("ip", "makes the bridge the pods are on", "iproute2"),
        program("conntrack", "forgets connections to pods that are gone", "conntrack"),
        program("mount", "mounts volumes into pods", "mount"),
        program("setsid", "lets the supervisor outlive the terminal", "util-linux"),
        program("catatonit", "holds a pod's namespaces (the pause image)", "catatonit"),
        program("python3", "downloads Traefik's package", "python3"),
        new Requirement(
            "pip",
            "downloads Traefik's package",
            "python3-pip",
            "install pip for python3",
            ClusterRequirements::pipPresent),
        new Requirement(
            "CNI plugins",
            "give pods their network",
            "containernetworking-plugins",
            "install the CNI plugins to " + Containerd.CNI_PLUGINS,
            () -> Files.isExecutable(Containerd.CNI_PLUGINS.resolve("bridge"))),
        new Requirement(
            "go " + GoVersion.NEEDED,
            "compiles Kubernetes, once",
            null,
            "install Go " + GoVersion.NEEDED + " or later and put it on the PATH",
            GoVersion::sufficient));
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
