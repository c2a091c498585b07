package dev.uruimi.watcher.workloads;

import dev.uruimi.watcher.diagnosis.Masking;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceCondition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What holds a namespace that is being deleted: the conditions of <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/namespace-v1/">
 * NamespaceStatus</a> that are true, in Kubernetes' words: content that remains, finalizers, API
 * services that cannot be asked.
 */
final class Holding {

  private Holding() {}

  /** Empty while the namespace is not being deleted, or there is none. */
  static List<String> of(@Nullable Namespace namespace) {
    if (namespace == null || !namespace.isMarkedForDeletion() || namespace.getStatus() == null) {
      return List.of();
    }
    return namespace.getStatus().getConditions().stream()
        .filter(condition -> "True".equals(condition.getStatus()))
        .map(NamespaceCondition::getMessage)
        .filter(Objects::nonNull)
        .map(Masking::mask)
        .toList();
  }
}
