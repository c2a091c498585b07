package dev.uruimi.watcher.capacity;

import dev.uruimi.watcher.workloads.Quantities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a pod asks of a node.
 *
 * @param cpu millicores
 * @param memory bytes
 */
record Requests(long cpu, long memory) {

  static final Requests NONE = new Requests(0, 0);

  /**
   * As the scheduler counts: containers and sidecars together, or the hungriest init container with
   * the sidecars before it, whichever is more; the pod's own requests instead, where it has them;
   * and its overhead. See <a
   * href="https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers">
   * resource sharing within containers</a>.
   */
  static Requests of(@Nullable PodSpec spec) {
    if (spec == null) {
      return NONE;
    }
    var overhead = of(spec.getOverhead());
    var own = spec.getResources() == null ? null : spec.getResources().getRequests();
    return ofContainers(spec).unless(own).plus(overhead);
  }

  private static Requests ofContainers(PodSpec spec) {
    var running = NONE;
    for (var container : spec.getContainers()) {
      running = running.plus(of(container));
    }
    var sidecars = NONE;
    var initialising = NONE;
    for (var init : spec.getInitContainers()) {
      if ("Always".equals(init.getRestartPolicy())) {
        sidecars = sidecars.plus(of(init));
        initialising = initialising.max(sidecars);
      } else {
        initialising = initialising.max(sidecars.plus(of(init)));
      }
    }
    return running.plus(sidecars).max(initialising);
  }

  private static Requests of(Container container) {
    ResourceRequirements resources = container.getResources();
    return resources == null ? NONE : of(resources.getRequests());
  }

  private static Requests of(@Nullable Map<String, Quantity> amounts) {
    return amounts == null
        ? NONE
        : new Requests(
            Quantities.millis(amounts.get("cpu")), Quantities.whole(amounts.get("memory")));
  }

  private Requests unless(@Nullable Map<String, Quantity> own) {
    if (own == null) {
      return this;
    }
    var stated = of(own);
    return new Requests(
        own.containsKey("cpu") ? stated.cpu : cpu,
        own.containsKey("memory") ? stated.memory : memory);
  }

  Requests plus(Requests other) {
    return new Requests(cpu + other.cpu, memory + other.memory);
  }

  private Requests max(Requests other) {
    return new Requests(Math.max(cpu, other.cpu), Math.max(memory, other.memory));
  }
}
