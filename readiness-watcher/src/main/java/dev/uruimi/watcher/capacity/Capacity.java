package dev.uruimi.watcher.capacity;

import dev.uruimi.watcher.workloads.Quantities;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What the cluster has and what is asked of it.
 *
 * @param nodes their number, whatever state they are in
 * @param simulated whether any node is one of KWOK's
 * @param cpu millicores
 * @param memory bytes
 * @param pods their number
 */
public record Capacity(int nodes, boolean simulated, Share cpu, Share memory, Share pods) {

  private static final String KWOK = "kwok.x-k8s.io/node";

  /** Of one resource: what pods that have not ended request and what nodes give to pods. */
  public record Share(long requested, long allocatable) {}

  static Capacity of(Collection<Node> nodes, PodRequests pods) {
    var requested = pods.sum();
    return new Capacity(
        nodes.size(),
        nodes.stream().anyMatch(Capacity::isSimulated),
        new Share(requested.cpu(), sum(nodes, "cpu", Quantities::millis)),
        new Share(requested.memory(), sum(nodes, "memory", Quantities::whole)),
        new Share(pods.pods(), sum(nodes, "pods", Quantities::whole)));
  }

  private static boolean isSimulated(Node node) {
    var annotations = node.getMetadata().getAnnotations();
    return annotations != null && annotations.containsKey(KWOK);
  }

  private static long sum(Collection<Node> nodes, String resource, Quantities.Unit unit) {
    return nodes.stream().mapToLong(node -> unit.of(allocatable(node, resource))).sum();
  }

  private static @Nullable Quantity allocatable(Node node, String resource) {
    var status = node.getStatus();
    return status == null || status.getAllocatable() == null
        ? null
        : status.getAllocatable().get(resource);
  }
}
