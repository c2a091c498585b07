package dev.uruimi.local.cluster;

import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The cluster's own command line, for set-up. */
record Kubectl(ClusterFiles files, Binaries binaries) {

  private static final String SIMULATED = "type=kwok";

  void applyObjects(Progress progress) throws IOException, InterruptedException {
    apply(files.config("objects.yaml"));
  }

  void apply(Path manifests) throws IOException, InterruptedException {
    command(
            "apply",
            "--server-side",
            "--force-conflicts",
            "--field-manager=uruimi",
            "-f",
            manifests.toString())
        .run();
  }

  void awaitReadyNode() throws IOException, InterruptedException {
    awaitReadyNodes(List.of(Kubelet.NODE_NAME));
  }

  void awaitReadyNodes(Collection<String> names) throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of("wait", "--for=condition=Ready", "--timeout=120s"));
    names.forEach(name -> arguments.add("node/" + name));
    command(arguments).run();
  }

  /** Removes the simulated nodes that are not among these. */
  void deleteNodesBut(Collection<String> names) throws IOException, InterruptedException {
    var there = command("get", "nodes", "--selector=" + SIMULATED, "--output=name").run();
    var surplus =
        there.lines().filter(node -> !names.contains(node.replaceFirst("^node/", ""))).toList();
    if (!surplus.isEmpty()) {
      var arguments = new ArrayList<>(List.of("delete"));
      arguments.addAll(surplus);
      command(arguments).run();
    }
  }

  private Command command(String... arguments) {
    return command(List.of(arguments));
  }

  private Command command(List<String> arguments) {
    var command = new ArrayList<>(List.of(binaries.path("kubectl").toString()));
    command.add("--kubeconfig=" + files.home().kubeconfig());
    command.add("--cache-dir=" + files.home().run().resolve("kubectl"));
    command.addAll(arguments);
    return Command.of(command);
  }
}
