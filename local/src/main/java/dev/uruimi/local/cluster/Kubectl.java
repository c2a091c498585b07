package dev.uruimi.local.cluster;

import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The cluster's own command line, for set-up. */
record Kubectl(ClusterFiles files, Binaries binaries) {

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
    command("wait", "--for=condition=Ready", "--timeout=120s", "node/" + Kubelet.NODE_NAME).run();
  }

  private Command command(String... arguments) {
    var command = new ArrayList<>(List.of(binaries.path("kubectl").toString()));
    command.add("--kubeconfig=" + files.home().kubeconfig());
    command.add("--cache-dir=" + files.home().run().resolve("kubectl"));
    command.addAll(List.of(arguments));
    return Command.of(command);
  }
}
