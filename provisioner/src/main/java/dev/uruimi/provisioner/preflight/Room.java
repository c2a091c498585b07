package dev.uruimi.provisioner.preflight;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A node and what is left of it. Affinities are not looked at.
 *
 * @param left allocatable minus what its pods request
 */
record Room(Node node, Amounts left) {

  private static final int MOST_IMAGES_REPORTED = 50;

  /** Whether the scheduler could ever put such a pod here, were there room. */
  boolean admits(PodSpec pod) {
    var labels = node.getMetadata().getLabels();
    var selector = pod.getNodeSelector();
    return !Boolean.TRUE.equals(node.getSpec().getUnschedulable())
        && (selector == null
            || selector.entrySet().stream()
                .allMatch(e -> e.getValue().equals(labels.get(e.getKey()))))
        && node.getSpec().getTaints().stream().allMatch(taint -> isTolerated(taint, pod));
  }

  boolean isSimulated() {
    return node.getMetadata().getAnnotations().containsKey("kwok.x-k8s.io/node");
  }

  /** Names of all images on the node; null when the kubelet reported too many to know. */
  @Nullable Set<String> images() {
    var images = node.getStatus() == null ? null : node.getStatus().getImages();
    return images == null || images.isEmpty() || images.size() >= MOST_IMAGES_REPORTED
        ? null
        : images.stream().flatMap(i -> i.getNames().stream()).collect(Collectors.toSet());
  }

  static Amounts allocatable(Node node) {
    Map<String, Quantity> all =
        node.getStatus() == null || node.getStatus().getAllocatable() == null
            ? Map.of()
            : node.getStatus().getAllocatable();
    var none = new Quantity("0");
    return new Amounts(
        all.getOrDefault("cpu", none).getNumericalAmount(),
        all.getOrDefault("memory", none).getNumericalAmount(),
        Amounts.NONE.memoryLimit());
  }

  /** Taints by which the cluster says that a node is in trouble pass. */
  private static boolean isTolerated(Taint taint, PodSpec pod) {
    return "PreferNoSchedule".equals(taint.getEffect())
        || taint.getKey().startsWith("node.kubernetes.io/")
        || pod.getTolerations().stream().anyMatch(t -> tolerates(t, taint));
  }

  private static boolean tolerates(Toleration toleration, Taint taint) {
    var effect = toleration.getEffect();
    if (effect != null && !effect.isEmpty() && !effect.equals(taint.getEffect())) {
      return false;
    }
    var key = toleration.getKey();
    if ("Exists".equals(toleration.getOperator())) {
      return key == null || key.isEmpty() || key.equals(taint.getKey());
    }
    return taint.getKey().equals(key)
        && Objects.equals(
            Objects.requireNonNullElse(toleration.getValue(), ""),
            Objects.requireNonNullElse(taint.getValue(), ""));
  }
}
