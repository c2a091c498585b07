package dev.uruimi.watcher.workloads;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A pod as a page shows it.
 *
 * @param component label {@code app.kubernetes.io/component}, or null
 * @param phase as Kubernetes calls it; {@code Terminating} while it is being deleted
 * @param restarts of its containers together
 * @param startedAt when the kubelet took it up, or null
 * @param node where it is, or null
 */
public record PodState(
    String name,
    @Nullable String component,
    String phase,
    boolean ready,
    int restarts,
    @Nullable Instant startedAt,
    @Nullable String node,
    List<ContainerState> containers) {

  /** The same with its containers' messages changed. */
  public PodState with(UnaryOperator<String> messages) {
    var changed = containers.stream().map(container -> container.with(messages)).toList();
    return new PodState(name, component, phase, ready, restarts, startedAt, node, changed);
  }

  /**
   * A container, init containers included.
   *
   * @param state {@code running}, {@code waiting} or {@code terminated}
   * @param reason as the kubelet calls it, or null
   * @param message what is known besides, secrets hidden, or null
   */
  public record ContainerState(
      String name,
      boolean init,
      String state,
      @Nullable String reason,
      @Nullable String message,
      String image,
      int restarts) {

    private ContainerState with(UnaryOperator<String> messages) {
      return new ContainerState(
          name,
          init,
          state,
          reason,
          message == null ? null : messages.apply(message),
          image,
          restarts);
    }
  }
}
