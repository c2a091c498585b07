package dev.uruimi.watcher.evidence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.uruimi.watcher.probe.ProbeAnswer;
import dev.uruimi.watcher.workloads.PodState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What could be seen of a store when it failed or degraded, its secrets hidden.
 *
 * @param id {@code <store>/<attempt>/<status>-<epoch>}; instead of the epoch who said it, where
 *     that was not the watcher
 * @param at when it was captured
 * @param probe the one that failed, or null
 * @param release null when there is none
 * @param nodes those of its pods, and others in trouble
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Capture(
    String id,
    Instant at,
    int attempt,
    String status,
    Cause reason,
    List<PodState> pods,
    List<KubernetesEvent> events,
    List<LogExcerpt> logs,
    @Nullable ProbeAnswer probe,
    @Nullable Release release,
    List<NodeState> nodes) {

  /** What is read of a ConfigMap may be anything. */
  public Capture {
    Stream.of(id, at, status, reason, pods, events, logs, nodes).forEach(Objects::requireNonNull);
  }

  /** The reason that was said. */
  public record Cause(String code, String sentence) {}

  /**
   * An event of Kubernetes.
   *
   * @param at when it last happened
   * @param object kind and name: {@code Pod/shop-1}
   * @param count how often it happened
   */
  public record KubernetesEvent(
      Instant at, String type, String reason, String object, String message, int count) {}

  /**
   * The last lines of a container's log.
   *
   * @param previous of its run before the present one, which ended
   */
  public record LogExcerpt(String pod, String container, boolean previous, List<String> lines) {

    private LogExcerpt half() {
      return new LogExcerpt(
          pod, container, previous, lines.subList((lines.size() + 1) / 2, lines.size()));
    }
  }

  /** The store's Helm release, by its newest revision. */
  public record Release(String status, int revision) {}

  /**
   * A node.
   *
   * @param pressure conditions other than Ready that are true
   */
  public record NodeState(String name, boolean ready, List<String> pressure) {}

  /**
   * The same in less room: the older half of every log is left out; without logs, the older half of
   * the events; without those, half of the pods and nodes.
   */
  Capture smaller() {
    if (!logs.isEmpty()) {
      var halves =
          logs.stream().flatMap(log -> Stream.of(log.half())).filter(Capture::hasLines).toList();
      return with(pods, events, halves, nodes);
    }
    if (!events.isEmpty()) {
      return with(pods, events.subList(0, events.size() / 2), logs, nodes);
    }
    return with(pods.subList(0, pods.size() / 2), events, logs, nodes.subList(0, nodes.size() / 2));
  }

  private static boolean hasLines(LogExcerpt log) {
    return !log.lines().isEmpty();
  }

  private Capture with(
      List<PodState> pods,
      List<KubernetesEvent> events,
      List<LogExcerpt> logs,
      List<NodeState> nodes) {
    return new Capture(id, at, attempt, status, reason, pods, events, logs, probe, release, nodes);
  }
}
