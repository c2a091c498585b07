package dev.uruimi.local.cluster;

import dev.uruimi.local.process.Part;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.Readiness;
import dev.uruimi.local.process.Step;
import dev.uruimi.local.process.Unit;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Nodes that only pretend to run pods, beside the real one. KWOK plays their kubelets: what is
 * scheduled to them is ready at once and runs nothing. They are tainted, so that only pods that
 * tolerate {@code kwok.x-k8s.io/node} get there.
 *
 * @param count how many; none: nothing is started
 */
record SimulatedNodes(ClusterFiles files, Binaries binaries, int count) {

  /** Of KWOK's process. */
  static final String KWOK = "kwok";

  static final String STEP = "simulated-nodes";
  static final String CONFIG = "kwok.yaml";

  List<Part> parts(ConfigFiles config) {
    return count == 0 ? List.of() : List.of(kwok(config), nodes());
  }

  private Unit kwok(ConfigFiles config) {
    return Unit.of(
            KWOK,
            files.home().data("kubernetes"),
            List.of(
                binaries.path(KWOK).toString(),
                "--config=" + files.config(CONFIG),
                "--kubeconfig=" + files.kubeconfig(Certificates.ADMIN)))
        .requiring("kube-apiserver")
        .withEnvironment(config.changesWith(CONFIG))
        .readyWhen(Readiness.http(URI.create("http://127.0.0.1:" + Addresses.KWOK + "/healthz")));
  }

  private Step nodes() {
    return Step.of(STEP, List.of(KWOK, TargetCluster.OBJECTS), this::create);
  }

  private void create(Progress progress) throws IOException, InterruptedException {
    progress.line("making %d simulated nodes".formatted(count));
    var manifests = files.config("simulated-nodes.yaml");
    Files.writeString(manifests, manifests());
    var kubectl = new Kubectl(files, binaries);
    kubectl.apply(manifests);
    kubectl.deleteNodesBut(names());
    kubectl.awaitReadyNodes(names());
  }

  String manifests() {
    var template = Template.resource("simulated-node.yaml");
    return names().stream()
        .map(name -> template.fill(Map.of("name", name)))
        .collect(Collectors.joining());
  }

  private List<String> names() {
    return IntStream.rangeClosed(1, count).mapToObj(n -> "simulated-" + n).toList();
  }
}
