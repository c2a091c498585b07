package dev.uruimi.local.clusterchoice;

import dev.uruimi.local.cluster.ProgramSearch;
import dev.uruimi.local.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tries what a container needs of the kernel: namespaces, mounts in them, a bridge, a control
 * group. Root in a container often may not.
 *
 * @param cgroups where the hierarchies are mounted
 */
record ContainerProbe(Path cgroups) {

  /** In namespaces of its own: nothing is left of it. */
  private static final String TRIAL =
      "mount -t tmpfs tmpfs /mnt && { ! command -v ip >/dev/null || ip link add uruimi-probe type bridge; }";

  /** Why the kernel refuses; empty: it does not, or that cannot be told. */
  Optional<String> refusal() throws InterruptedException {
    if (ProgramSearch.find("unshare").isEmpty()) {
      return Optional.empty();
    }
    try {
      Command.of(
              "unshare", "--mount", "--net", "--pid", "--ipc", "--uts", "--fork", "sh", "-c", TRIAL)
          .run();
    } catch (IOException e) {
      return Optional.of("the kernel refuses containers (" + lastLine(e) + ")");
    }
    return controlGroup();
  }

  private Optional<String> controlGroup() {
    var group =
        cgroups.resolve(hierarchy()).resolve("uruimi-probe-" + ProcessHandle.current().pid());
    try {
      Files.createDirectory(group);
      Files.delete(group);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("the kernel refuses control groups (" + e + ")");
    }
  }

  /** Of cgroup v1 one that every kubelet needs; of v2 the only one. */
  private String hierarchy() {
    return Files.isDirectory(cgroups.resolve("memory")) ? "memory" : "";
  }

  /** What the program said last, without who says that it exited. */
  private static String lastLine(IOException e) {
    return String.valueOf(e.getMessage())
        .replaceFirst("^\\S+ exited \\d+: ", "")
        .lines()
        .reduce((first, second) -> second)
        .orElse("unshare failed")
        .strip();
  }
}
