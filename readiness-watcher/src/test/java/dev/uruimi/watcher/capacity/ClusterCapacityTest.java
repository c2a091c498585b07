package dev.uruimi.watcher.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uruimi.watcher.capacity.Capacity.Share;
import dev.uruimi.watcher.cluster.Reads;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterCapacityTest {

  private final PodRequests pods = new PodRequests();
  private final List<Node> nodes = new ArrayList<>(List.of(node(Map.of())));
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private boolean seen = true;
  private final ClusterCapacity capacity =
      new ClusterCapacity(
          () -> nodes, pods, () -> seen, ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

  @Test
  void whatPodsAskIsComparedWithWhatNodesGive() {
    pods.onAdd(pod("a", "Running"));
    pods.onAdd(pod("b", "Pending"));
    pods.onAdd(pod("c", "Succeeded"));

    assertThat(capacity.now())
        .isEqualTo(
            new Capacity(
                1, false, new Share(1000, 4000), new Share(2L << 30, 8L << 30), new Share(2, 110)));
  }

  @Test
  void podsThatEndedOrWentAskForNothingMore() {
    pods.onAdd(pod("a", "Running"));
    pods.onAdd(pod("b", "Running"));
    pods.onUpdate(pod("a", "Running"), pod("a", "Failed"));
    pods.onDelete(pod("b", "Running"), false);

    assertThat(capacity.now().pods().requested()).isZero();
    assertThat(capacity.now().cpu().requested()).isZero();
  }

  @Test
  void itIsKeptForFiveSeconds() {
    capacity.now();
    nodes.add(node(Map.of("kwok.x-k8s.io/node", "fake")));

    now = now.plusMillis(4999);
    assertThat(capacity.now().nodes()).isEqualTo(1);
    now = now.plusMillis(1);
    assertThat(capacity.now().nodes()).isEqualTo(2);
    assertThat(capacity.now().simulated()).isTrue();
  }

  @Test
  void whilePodsAreNotSeenNothingIsSaid() {
    seen = false;

    assertThatThrownBy(capacity::now).isInstanceOf(Reads.UnreadableException.class);
  }

  private static Node node(Map<String, String> annotations) {
    return new NodeBuilder()
        .withNewMetadata()
        .withAnnotations(annotations)
        .endMetadata()
        .withNewStatus()
        .addToAllocatable("cpu", new Quantity("4"))
        .addToAllocatable("memory", new Quantity("8Gi"))
        .addToAllocatable("pods", new Quantity("110"))
        .endStatus()
        .build();
  }

  private static Pod pod(String name, String phase) {
    return new PodBuilder()
        .withNewMetadata()
        .withNamespace("any")
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withNewResources()
        .addToRequests("cpu", new Quantity("500m"))
        .addToRequests("memory", new Quantity("1Gi"))
        .endResources()
        .endContainer()
        .endSpec()
        .withNewStatus()
        .withPhase(phase)
        .endStatus()
        .build();
  }
}
