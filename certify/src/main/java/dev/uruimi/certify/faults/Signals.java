package dev.uruimi.certify.faults;

import dev.uruimi.certify.Installation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Signals to processes of the installation under test, by id. */
final class Signals {

  private Signals() {}

  static ProcessHandle process(Installation installation, String part) throws IOException {
    if (!installation.parts().contains(part)) {
      throw new NotPossibleException("there is no part " + part);
    }
    return installation
        .process(part)
        .orElseThrow(() -> new NotPossibleException(part + " does not run"));
  }

  /** A process and all below it, the lowest first. */
  static List<ProcessHandle> tree(ProcessHandle process) {
    var tree = new ArrayList<>(process.descendants().toList());
    java.util.Collections.reverse(tree);
    tree.add(process);
    return tree;
  }

  static void kill(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroyForcibly);
  }

  static void pause(List<ProcessHandle> processes) throws IOException, InterruptedException {
    for (var process : processes.reversed()) {
      send("STOP", process);
    }
  }

  static void resume(List<ProcessHandle> processes) throws IOException, InterruptedException {
    for (var process : processes) {
      send("CONT", process);
    }
  }

  private static void send(String signal, ProcessHandle process)
      throws IOException, InterruptedException {
    var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()));
    var exit =
        kill.redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (exit != 0 && process.isAlive()) {
      throw new IOException("process " + process.pid() + " took no " + signal);
    }
  }
}
