package dev.uruimi.watcher.workloads;

import dev.uruimi.watcher.diagnosis.CrashCause;
import dev.uruimi.watcher.diagnosis.Masking;
import dev.uruimi.watcher.workloads.PodState.ContainerState;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From Kubernetes' pods to what is shown of them. A container's last words are never shown. */
public final class PodStates {

  private static final String COMPONENT = "app.kubernetes.io/component";

  private PodStates() {}

  /** All of them, by name. */
  public static List<PodState> of(Collection<Pod> pods) {
    return pods.stream().map(PodStates::of).sorted(Comparator.comparing(PodState::name)).toList();
  }

  /** One of them. */
  public static PodState of(Pod pod) {
    var metadata = pod.getMetadata();
    var status = Objects.requireNonNullElseGet(pod.getStatus(), PodStatus::new);
    var containers = containers(pod, status);
    return new PodState(
        metadata.getName(),
        metadata.getLabels() == null ? null : metadata.getLabels().get(COMPONENT),
        metadata.getDeletionTimestamp() == null
            ? Objects.requireNonNullElse(status.getPhase(), "Unknown")
            : "Terminating",
        status.getConditions().stream()
            .anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus())),
        containers.stream().mapToInt(ContainerState::restarts).sum(),
        status.getStartTime() == null ? null : Instant.parse(status.getStartTime()),
        pod.getSpec() == null ? null : pod.getSpec().getNodeName(),
        containers);
  }

  private static List<ContainerState> containers(Pod pod, PodStatus status) {
    var spec = pod.getSpec();
    if (spec == null) {
      return List.of();
    }
    return Stream.concat(
            spec.getInitContainers().stream()
                .map(c -> container(c, true, status.getInitContainerStatuses())),
            spec.getContainers().stream()
                .map(c -> container(c, false, status.getContainerStatuses())))
        .toList();
  }

  /** Its image is told as the chart names it: the status names what the runtime made of it. */
  private static ContainerState container(
      Container container, boolean init, List<ContainerStatus> statuses) {
    var image = Objects.requireNonNullElse(container.getImage(), "?");
    return statuses.stream()
        .filter(status -> status.getName().equals(container.getName()))
        .findFirst()
        .map(status -> container(container.getName(), init, image, status))
        .orElseGet(
            () -> new ContainerState(container.getName(), init, "waiting", null, null, image, 0));
  }

  private static ContainerState container(
      String name, boolean init, String image, ContainerStatus status) {
    var state = status.getState();
    var restarts = status.getRestartCount() == null ? 0 : status.getRestartCount();
    if (state != null && state.getRunning() != null) {
      return new ContainerState(name, init, "running", null, null, image, restarts);
    }
    if (state != null && state.getTerminated() != null) {
      var ended = state.getTerminated();
      return new ContainerState(
          name, init, "terminated", ended.getReason(), end(ended), image, restarts);
    }
    var waiting = state == null ? null : state.getWaiting();
    return new ContainerState(
        name,
        init,
        "waiting",
        waiting == null ? null : waiting.getReason(),
        waiting == null || waiting.getMessage() == null ? null : Masking.mask(waiting.getMessage()),
        image,
        restarts);
  }

  /** The exit code and, of the last words, the cause that is recognised in them. */
  private static @Nullable String end(ContainerStateTerminated ended) {
    var code = ended.getExitCode() == null ? 0 : ended.getExitCode();
    if (code == 0) {
      return null;
    }
    var cause = CrashCause.in(Objects.requireNonNullElse(ended.getMessage(), ""));
    return "exit code " + code + cause.map(known -> ": " + known.sentence()).orElse("");
  }
}
