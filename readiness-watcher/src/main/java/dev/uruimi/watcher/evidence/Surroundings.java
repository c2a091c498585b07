package dev.uruimi.watcher.evidence;

import dev.uruimi.watcher.evidence.Capture.KubernetesEvent;
import dev.uruimi.watcher.evidence.Capture.NodeState;
import dev.uruimi.watcher.evidence.Capture.Release;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From Kubernetes' objects around a store to what is kept of them. */
final class Surroundings {

  private static final int MOST_EVENTS = 50;
  private static final int MOST_NODES = 20;
  private static final int LONGEST_MESSAGE = 500;

  private Surroundings() {}

  /** The newest events, newest first. */
  static List<KubernetesEvent> events(Collection<Event> events, Mask mask) {
    return events.stream()
        .map(event -> event(event, mask))
        .sorted(Comparator.comparing(KubernetesEvent::at).reversed())
        .limit(MOST_EVENTS)
        .toList();
  }

  private static KubernetesEvent event(Event event, Mask mask) {
    var object = event.getInvolvedObject();
    var series = event.getSeries();
    var count = series == null ? event.getCount() : series.getCount();
    return new KubernetesEvent(
        time(event),
        Objects.requireNonNullElse(event.getType(), "Normal"),
        Objects.requireNonNullElse(event.getReason(), ""),
        object == null ? "" : object.getKind() + "/" + object.getName(),
        mask.hide(Objects.requireNonNullElse(event.getMessage(), ""), LONGEST_MESSAGE),
        count == null ? 1 : count);
  }

  private static Instant time(Event event) {
    var series = event.getSeries() == null ? null : event.getSeries().getLastObservedTime();
    return Stream.of(
            series == null ? null : series.getTime(),
            event.getLastTimestamp(),
            event.getEventTime() == null ? null : event.getEventTime().getTime(),
            event.getMetadata().getCreationTimestamp())
        .filter(Objects::nonNull)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(Instant::parse)
        .orElse(Instant.EPOCH);
  }

  /** By the labels of the Secrets where Helm keeps its releases; their content is not looked at. */
  static @Nullable Release release(Collection<Secret> secrets) {
    return secrets.stream()
        .map(secret -> secret.getMetadata().getLabels())
        .filter(labels -> labels != null && labels.getOrDefault("version", "").matches("\\d{1,9}"))
        .map(
            labels ->
                new Release(
                    labels.getOrDefault("status", "unknown"),
                    Integer.parseInt(labels.get("version"))))
        .max(Comparator.comparingInt(Release::revision))
        .orElse(null);
  }

  /** The nodes of these pods, then others in trouble. */
  static List<NodeState> nodes(Collection<Node> nodes, Collection<Pod> pods) {
    var own = pods.stream().map(pod -> pod.getSpec().getNodeName()).collect(Collectors.toSet());
    return nodes.stream()
        .map(Surroundings::node)
        .filter(node -> own.contains(node.name()) || !node.ready() || !node.pressure().isEmpty())
        .sorted(
            Comparator.comparing((NodeState node) -> !own.contains(node.name()))
                .thenComparing(NodeState::name))
        .limit(MOST_NODES)
        .toList();
  }

  private static NodeState node(Node node) {
    var conditions =
        node.getStatus() == null
            ? List.<NodeCondition>of()
            : node.getStatus().getConditions().stream()
                .filter(condition -> "True".equals(condition.getStatus()))
                .toList();
    return new NodeState(
        node.getMetadata().getName(),
        conditions.stream().anyMatch(condition -> "Ready".equals(condition.getType())),
        conditions.stream().map(NodeCondition::getType).filter(t -> !"Ready".equals(t)).toList());
  }
}
