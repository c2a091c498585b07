package dev.uruimi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.local.process.Part;
import dev.uruimi.local.process.Requirement;
import dev.uruimi.local.process.UruimiHome;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimulatedNodesTest {

  private static final UruimiHome HOME =
      new UruimiHome(Path.of("/r"), Path.of("/c"), Path.of("/s"));

  @Test
  void withoutThemNothingIsBuiltOrStarted() {
    var cluster = new EmbeddedCluster(HOME, 0);

    assertThat(cluster.parts(80, List.of("volumes")))
        .extracting(Part::name)
        .doesNotContain(SimulatedNodes.KWOK, SimulatedNodes.STEP);
    assertThat(cluster.buildTasks()).noneMatch(task -> task.name().startsWith("KWOK"));
  }

  @Test
  void withThemTheClusterIsReadyOnlyAfterThem() {
    var cluster = new EmbeddedCluster(HOME, 2);
    var parts = cluster.parts(80, List.of("volumes"));

    assertThat(parts).extracting(Part::name).contains(SimulatedNodes.KWOK, SimulatedNodes.STEP);
    assertThat(parts)
        .filteredOn(part -> part.name().equals(TargetCluster.READY))
        .allSatisfy(part -> assertThat(part.requires()).contains(SimulatedNodes.STEP));
    assertThat(cluster.buildTasks()).anyMatch(task -> task.name().startsWith("KWOK"));
  }

  @Test
  void aClusterOfThemAloneNeedsNoRootsPrograms() {
    var cluster = new SimulatedCluster(HOME, 0);

    assertThat(cluster.needs())
        .extracting(Requirement::name)
        .doesNotContain("containerd", "runc", "iptables", "mount");
    assertThat(cluster.parts(7090, List.of("volumes")))
        .extracting(Part::name)
        .contains("kube-apiserver", SimulatedNodes.KWOK, SimulatedNodes.STEP, TargetCluster.READY)
        .doesNotContain(Containerd.NAME, Kubelet.NAME, "kube-proxy", "network");
    assertThat(cluster.image("medusa")).isEmpty();
  }

  @Test
  void nothingGetsThereThatDoesNotAskForIt() {
    var nodes = nodes(2);

    assertThat(nodes)
        .extracting(node -> node.getMetadata().getName())
        .containsExactly("simulated-1", "simulated-2");
    assertThat(nodes)
        .allSatisfy(
            node -> {
              assertThat(node.getMetadata().getAnnotations())
                  .containsEntry("kwok.x-k8s.io/node", "fake");
              assertThat(node.getMetadata().getLabels()).containsEntry("type", "kwok");
              assertThat(node.getSpec().getTaints())
                  .singleElement()
                  .hasToString(
                      "Taint(effect=NoSchedule, key=kwok.x-k8s.io/node, timeAdded=null, value=fake, additionalProperties={})");
            });
  }

  private static List<Node> nodes(int count) {
    var files = new ClusterFiles(HOME);
    var text = new SimulatedNodes(files, new Binaries(HOME.cache()), count).manifests();
    return Stream.of(text.split("(?m)^---$"))
        .filter(document -> !document.isBlank())
        .map(document -> Serialization.unmarshal(document, Node.class))
        .toList();
  }
}
