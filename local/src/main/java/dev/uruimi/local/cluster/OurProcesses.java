package dev.uruimi.local.cluster;

import dev.uruimi.local.process.Waiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Containers and shims that no supervisor started: told by our control group, and by the address of
 * our containerd on the shims' command lines.
 */
final class OurProcesses {

  private static final int TERM = 15;

  private final ClusterFiles files;
  private final Cgroups cgroups;
  private final Waiter waiter;

  OurProcesses(ClusterFiles files, Cgroups cgroups, Waiter waiter) {
    this.files = files;
    this.cgroups = cgroups;
    this.waiter = waiter;
  }

  /**
   * Ends all containers: TERM to the first process of each that listens to it, KILL to all that is
   * left then.
   */
  void endContainers(Duration patience) throws IOException, InterruptedException {
    var listening = cgroups.processes().stream().filter(OurProcesses::isFirst).toList();
    listening = listening.stream().filter(OurProcesses::catchesTerm).toList();
    listening.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy));
    var asked = listening;
    waiter.until(() -> asked.stream().noneMatch(OurProcesses::alive), patience);
    killAll();
  }

  /** Ends the shims of our containerd, which must not run any more. */
  void endShims() throws IOException, InterruptedException {
    shims().forEach(ProcessHandle::destroyForcibly);
    killAll();
    if (!waiter.until(() -> shims().isEmpty(), Duration.ofSeconds(5))) {
      throw new IOException(
          "shims do not end: " + shims().stream().map(ProcessHandle::pid).toList());
    }
  }

  private void killAll() throws IOException, InterruptedException {
    for (var pid : cgroups.processes()) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
    if (!waiter.until(this::noProcesses, Duration.ofSeconds(10))) {
      throw new IOException("containers do not end: processes " + cgroups.processes());
    }
  }

  private boolean noProcesses() {
    try {
      return cgroups.processes().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private List<ProcessHandle> shims() {
    return ProcessHandle.allProcesses().filter(ours()).toList();
  }

  private Predicate<ProcessHandle> ours() {
    var address = files.containerdSocket().toString();
    return process -> {
      var line = read(process.pid(), "cmdline").split("\0");
      return line.length > 0
          && line[0].endsWith("containerd-shim-runc-v2")
          && List.of(line).contains(address);
    };
  }

  private static boolean alive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  /** Whether it is number 1 in its container. */
  private static boolean isFirst(long pid) {
    return status(pid, "NSpid:").endsWith("\t1");
  }

  private static boolean catchesTerm(long pid) {
    var caught = status(pid, "SigCgt:").strip();
    return !caught.isEmpty() && (Long.parseUnsignedLong(caught, 16) >> (TERM - 1) & 1) == 1;
  }

  private static String status(long pid, String field) {
    return read(pid, "status")
        .lines()
        .filter(line -> line.startsWith(field))
        .map(line -> line.substring(field.length()))
        .findFirst()
        .orElse("");
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException e) {
      return ""; // it has just ended
    }
  }
}
