package dev.uruimi.watcher.cluster;

import dev.uruimi.watcher.diagnosis.Container;
import dev.uruimi.watcher.diagnosis.CrashCause;
import dev.uruimi.watcher.diagnosis.Pod;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From a pod of Kubernetes to what matters of it. */
final class PodTranslation {

  private PodTranslation() {}

  /** Empty for pods that are going, and for those left over by an eviction or a test. */
  static Optional<Pod> pod(io.fabric8.kubernetes.api.model.Pod pod) {
    var job = jobName(pod);
    if (Translation.isLeaving(pod) || Translation.isTest(pod) || isOver(pod) && job == null) {
      return Optional.empty();
    }
    var status = pod.getStatus();
    return Optional.of(
        new Pod(
            pod.getMetadata().getName(),
            Objects.requireNonNullElse(pod.getMetadata().getUid(), ""),
            job,
            status != null && has(status.getConditions(), "Ready", "True"),
            status == null ? null : unschedulable(status.getConditions()),
            status == null ? List.of() : containers(pod)));
  }

  private static boolean isOver(io.fabric8.kubernetes.api.model.Pod pod) {
    var phase = pod.getStatus() == null ? null : pod.getStatus().getPhase();
    return "Failed".equals(phase) || "Succeeded".equals(phase);
  }

  private static @Nullable String jobName(io.fabric8.kubernetes.api.model.Pod pod) {
    return pod.getMetadata().getOwnerReferences().stream()
        .filter(owner -> "Job".equals(owner.getKind()))
        .map(OwnerReference::getName)
        .findFirst()
        .orElse(null);
  }

  private static boolean has(List<PodCondition> conditions, String type, String status) {
    return conditions.stream()
        .anyMatch(c -> type.equals(c.getType()) && status.equals(c.getStatus()));
  }

  private static Pod.@Nullable Unschedulable unschedulable(List<PodCondition> conditions) {
    return conditions.stream()
        .filter(c -> "PodScheduled".equals(c.getType()) && "False".equals(c.getStatus()))
        .filter(c -> "Unschedulable".equals(c.getReason()))
        .map(
            c ->
                new Pod.Unschedulable(
                    Translation.shorten(c.getMessage()),
                    Translation.time(c.getLastTransitionTime())))
        .findFirst()
        .orElse(null);
  }

  private static List<Container> containers(io.fabric8.kubernetes.api.model.Pod pod) {
    var status = pod.getStatus();
    return Stream.concat(
            status.getInitContainerStatuses().stream().map(s -> container(pod, s, true)),
            status.getContainerStatuses().stream().map(s -> container(pod, s, false)))
        .toList();
  }

  private static Container container(
      io.fabric8.kubernetes.api.model.Pod pod, ContainerStatus status, boolean init) {
    var last = status.getLastState() == null ? null : status.getLastState().getTerminated();
    return new Container(
        status.getName(),
        image(pod, status, init),
        init,
        Boolean.TRUE.equals(status.getReady()),
        state(status.getState()),
        Translation.count(status.getRestartCount()),
        last == null ? null : ended(last));
  }

  /** As the chart names it: the status names what the runtime made of it. */
  private static String image(
      io.fabric8.kubernetes.api.model.Pod pod, ContainerStatus status, boolean init) {
    var spec = pod.getSpec();
    var containers =
        spec == null
            ? List.<io.fabric8.kubernetes.api.model.Container>of()
            : init ? spec.getInitContainers() : spec.getContainers();
    return containers.stream()
        .filter(container -> container.getName().equals(status.getName()))
        .map(io.fabric8.kubernetes.api.model.Container::getImage)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Objects.requireNonNullElse(status.getImage(), "?"));
  }

  private static Container.State state(@Nullable ContainerState state) {
    if (state != null && state.getTerminated() != null) {
      return ended(state.getTerminated());
    }
    if (state != null && state.getRunning() != null) {
      return new Container.Running();
    }
    var waiting = state == null ? null : state.getWaiting();
    return waiting == null
        ? new Container.Waiting("ContainerCreating", null)
        : new Container.Waiting(
            Objects.requireNonNullElse(waiting.getReason(), "ContainerCreating"),
            waiting.getMessage() == null ? null : Translation.shorten(waiting.getMessage()));
  }

  private static Container.Ended ended(ContainerStateTerminated terminated) {
    return new Container.Ended(
        Translation.count(terminated.getExitCode()),
        Objects.requireNonNullElse(terminated.getReason(), "Error"),
        Translation.time(terminated.getFinishedAt()),
        CrashCause.in(Objects.requireNonNullElse(terminated.getMessage(), "")).orElse(null));
  }
}
