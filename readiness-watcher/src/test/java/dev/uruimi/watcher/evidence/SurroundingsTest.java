package dev.uruimi.watcher.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.watcher.evidence.Capture.KubernetesEvent;
import dev.uruimi.watcher.evidence.Capture.NodeState;
import dev.uruimi.watcher.evidence.Capture.Release;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

  private static final Mask MASK = Mask.of(List.of("geheim"));

  @Test
  void eventsAreToldNewestFirstAndMasked() {
    var old = event("2026-03-01T12:00:00Z").withMessage("with geheim").withCount(2).build();
    var repeated =
        event(null)
            .withNewEventTime("2026-03-01T11:00:00.000000Z")
            .withNewSeries()
            .withCount(9)
            .withNewLastObservedTime("2026-03-01T13:00:00.5Z")
            .endSeries()
            .build();

    assertThat(Surroundings.events(List.of(old, repeated), MASK))
        .containsExactly(
            new KubernetesEvent(
                Instant.parse("2026-03-01T13:00:00.5Z"), "Normal", "BackOff", "Pod/shop", "", 9),
            new KubernetesEvent(
                Instant.parse("2026-03-01T12:00:00Z"),
                "Normal",
                "BackOff",
                "Pod/shop",
                "with …",
                2));
  }

  @Test
  void onlyTheNewestFiftyEventsAreKept() {
    var events =
        IntStream.range(0, 60)
            .mapToObj(n -> event("2026-03-01T12:00:%02dZ".formatted(n)).build())
            .toList();

    assertThat(Surroundings.events(events, MASK))
        .hasSize(50)
        .last()
        .satisfies(e -> assertThat(e.at()).isEqualTo("2026-03-01T12:00:10Z"));
  }

  @Test
  void theNewestRevisionIsTheRelease() {
    assertThat(Surroundings.release(List.of(release("2", "superseded"), release("10", "failed"))))
        .isEqualTo(new Release("failed", 10));
    assertThat(
            Surroundings.release(
                List.of(
                    release("x", "failed"),
                    new SecretBuilder().withNewMetadata().endMetadata().build())))
        .isNull();
  }

  @Test
  void theStoresNodesAreToldAndThoseInTrouble() {
    var nodes =
        List.of(
            node("fine", Map.of("Ready", "True")),
            node("full", Map.of("Ready", "True", "DiskPressure", "True")),
            node("own", Map.of("Ready", "True", "MemoryPressure", "False")),
            node("gone", Map.of("Ready", "Unknown")));

    assertThat(Surroundings.nodes(nodes, List.of(podOn("own"), podOn(null))))
        .containsExactly(
            new NodeState("own", true, List.of()),
            new NodeState("full", true, List.of("DiskPressure")),
            new NodeState("gone", false, List.of()));
  }

  private static EventBuilder event(String last) {
    return new EventBuilder()
        .withNewMetadata()
        .endMetadata()
        .withNewInvolvedObject()
        .withKind("Pod")
        .withName("shop")
        .endInvolvedObject()
        .withReason("BackOff")
        .withLastTimestamp(last);
  }

  private static Secret release(String version, String status) {
    return new SecretBuilder()
        .withNewMetadata()
        .withLabels(Map.of("version", version, "status", status))
        .endMetadata()
        .build();
  }

  private static Node node(String name, Map<String, String> conditions) {
    var node = new NodeBuilder().withNewMetadata().withName(name).endMetadata().withNewStatus();
    conditions.forEach(
        (type, status) -> node.addNewCondition().withType(type).withStatus(status).endCondition());
    return node.endStatus().build();
  }

  private static Pod podOn(String node) {
    return new PodBuilder().withNewSpec().withNodeName(node).endSpec().build();
  }
}
