package dev.uruimi.local.cluster;

import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.Trees;
import dev.uruimi.local.process.Waiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the node's container runtime and kubelet leave on the machine besides their processes. */
final class Node {

  /** Folders the kubelet and the CNI library insist on; removed when empty of others' files. */
  private static final List<String> FIXED_FOLDERS =
      List.of(
          "/var/lib/kubelet/device-plugins",
          "/var/lib/kubelet",
          "/var/log/containers",
          "/var/lib/cni/results",
          "/var/lib/cni/cache/results",
          "/var/lib/cni/cache",
          "/var/lib/cni",
          "/run/containerd/s",
          "/run/containerd");

  /** What a socket's path may have: 108 bytes with its end (unix(7)). */
  private static final int LONGEST_SOCKET = 107;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ClusterFiles files;
  private final Cgroups cgroups;
  private final OurProcesses processes;

  Node(ClusterFiles files, Cgroups cgroups, Waiter waiter) {
    this.files = files;
    this.cgroups = cgroups;
    this.processes = new OurProcesses(files, cgroups, waiter);
  }

  void create(Progress progress) throws IOException {
    var socket = files.containerdSocket() + ".ttrpc";
    if (socket.length() > LONGEST_SOCKET) {
      throw new IOException(
          socket
              + " is too long for a socket (at most "
              + LONGEST_SOCKET
              + "): set URUIMI_STATE to a folder with a shorter path");
    }
    cgroups.create();
  }

  /** Before containerd is stopped, so that it sees its containers end. */
  void endContainers(Progress progress) throws IOException, InterruptedException {
    processes.endContainers(PATIENCE);
  }

  /** Once containerd is stopped: as a reboot of the machine would leave it. */
  void remove(Progress progress) throws IOException, InterruptedException {
    processes.endShims();
    removeShimSockets();
    Mounts.remove(files.home().state());
    Trees.delete(files.containerdState());
    Trees.delete(files.runc());
    Trees.delete(files.addresses());
    cgroups.remove();
    removeFixedFiles();
  }

  /** Shims listen at a fixed place; the bundle of each says where. */
  private void removeShimSockets() throws IOException {
    var bundles = files.containerdState().resolve("io.containerd.runtime.v2.task/k8s.io");
    if (!Files.isDirectory(bundles)) {
      return;
    }
    try (var folders = Files.list(bundles)) {
      for (var address : folders.map(bundle -> bundle.resolve("address")).toList()) {
        if (Files.exists(address)) {
          var socket = Files.readString(address).strip().replaceFirst("^unix://", "");
          Files.deleteIfExists(Path.of(socket));
        }
      }
    }
  }

  private void removeFixedFiles() throws IOException {
    deleteIf(Path.of("/var/log/containers"), this::isLinkToOurLogs);
    var sandboxes = sandboxes();
    for (var results : List.of("/var/lib/cni/results", "/var/lib/cni/cache/results")) {
      deleteIf(Path.of(results), file -> sandboxes.stream().anyMatch(name(file)::contains));
    }
    deleteIf(Path.of("/var/lib/kubelet/device-plugins"), file -> name(file).equals("kubelet.sock"));
    for (var folder : FIXED_FOLDERS) {
      Trees.deleteIfEmpty(Path.of(folder));
    }
  }

  /**
   * Identifiers of the pods' sandboxes that containerd knows; files of the CNI library have them.
   */
  private List<String> sandboxes() throws IOException {
    var folder = files.containerdRoot().resolve("io.containerd.grpc.v1.cri/sandboxes");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var list = Files.list(folder)) {
      return list.map(Node::name).toList();
    }
  }

  private boolean isLinkToOurLogs(Path file) {
    try {
      return Files.isSymbolicLink(file) && Files.readSymbolicLink(file).startsWith(files.podLogs());
    } catch (IOException e) {
      return false;
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static void deleteIf(Path folder, Predicate<Path> ours) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> list = Files.list(folder)) {
      for (var file : list.filter(ours).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
