package dev.uruimi.cleanup;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import dev.uruimi.events.StoreId;
import io.fabric8.kubernetes.api.model.APIService;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds out what keeps a store from going: objects with finalizers, API services that do not
 * answer, volumes. Only looks; nobody strips finalizers. What it says of one cause is always the
 * same, so it names no counts and no times. The conditions are those of <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/namespace-v1/#NamespaceStatus">
 * NamespaceStatus</a>.
 */
final class Holding {

  private static final int MOST = 5;
  private static final Pattern COUNTS = Pattern.compile(" (?:in|has) \\d+ resource instances");

  private final KubernetesClient client;
  private final Inventory inventory;

  Holding(KubernetesClient client, Inventory inventory) {
    this.client = client;
    this.inventory = inventory;
  }

  /**
   * What holds the store.
   *
   * @param reason for people and programs
   * @param found whether something was found that has to clear; else the cluster is only slow
   */
  record Held(Reason reason, boolean found) {}

  Held of(StoreId id) {
    var namespace = client.namespaces().withName(id.namespace()).get();
    return namespace == null ? volume(id) : namespace(id, namespace);
  }

  private Held namespace(StoreId id, Namespace namespace) {
    var held = new ArrayList<String>();
    var finalizers = finalizers(inventory.inside(id.namespace()).toList());
    if (!finalizers.isEmpty()) {
      held.add("finalizers hold " + some(finalizers));
    }
    if (has(namespace, "NamespaceDeletionDiscoveryFailure")) {
      held.add("API services do not answer: " + some(silentServices()));
    }
    if (finalizers.isEmpty() && has(namespace, "NamespaceFinalizersRemaining")) {
      held.add(text(namespace, "NamespaceFinalizersRemaining", "NamespaceContentRemaining"));
    }
    var found = !held.isEmpty();
    var message = found ? String.join("; ", held) : unfinished(namespace);
    return new Held(
        Reason.of(
            ReasonCode.NAMESPACE_STUCK, Map.of("namespace", id.namespace(), "message", message)),
        found);
  }

  private Held volume(StoreId id) {
    var volumes =
        inventory.volumes(id.namespace()).stream().filter(v -> !Volumes.isRetained(v)).toList();
    var finalizers = finalizers(volumes);
    var names = volumes.stream().map(v -> v.getMetadata().getName()).sorted().toList();
    var message = finalizers.isEmpty() ? phases(volumes) : "finalizers hold " + some(finalizers);
    return new Held(
        Reason.of(ReasonCode.VOLUME_STUCK, Map.of("volume", some(names), "message", message)),
        !finalizers.isEmpty());
  }

  /** Of objects that are on their way out; those of objects nobody asked to go hold nothing. */
  private static List<String> finalizers(List<? extends HasMetadata> objects) {
    return objects.stream()
        .filter(HasMetadata::isMarkedForDeletion)
        .filter(object -> !object.getMetadata().getFinalizers().isEmpty())
        .map(
            object ->
                "%s %s (%s)"
                    .formatted(
                        object.getKind(),
                        object.getMetadata().getName(),
                        String.join(", ", object.getMetadata().getFinalizers())))
        .sorted()
        .toList();
  }

  private List<String> silentServices() {
    return client.apiServices().list().getItems().stream()
        .flatMap(Holding::silent)
        .sorted()
        .toList();
  }

  private static Stream<String> silent(APIService service) {
    var conditions = service.getStatus() == null ? null : service.getStatus().getConditions();
    return conditions == null
        ? Stream.of()
        : conditions.stream()
            .filter(c -> "Available".equals(c.getType()) && !"True".equals(c.getStatus()))
            .map(c -> "%s (%s)".formatted(service.getMetadata().getName(), c.getReason()));
  }

  private static String phases(List<PersistentVolume> volumes) {
    return volumes.stream()
        .map(v -> v.getStatus() == null ? "unknown" : v.getStatus().getPhase())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", ", "its phase is ", ""));
  }

  private static String unfinished(Namespace namespace) {
    var text =
        text(
            namespace,
            "NamespaceDeletionContentFailure",
            "NamespaceDeletionGroupVersionParsingFailure",
            "NamespaceContentRemaining");
    return text.isEmpty() ? "the cluster has not finished removing it" : text;
  }

  private static boolean has(Namespace namespace, String type) {
    return !text(namespace, type).isEmpty();
  }

  private static String text(Namespace namespace, String... types) {
    var status = namespace.getStatus();
    if (status == null || status.getConditions() == null) {
      return "";
    }
    return status.getConditions().stream()
        .filter(c -> List.of(types).contains(c.getType()) && "True".equals(c.getStatus()))
        .map(c -> COUNTS.matcher(c.getMessage()).replaceAll(""))
        .collect(Collectors.joining("; "));
  }

  private static String some(List<String> all) {
    var text = String.join(", ", all.subList(0, Math.min(MOST, all.size())));
    return all.size() > MOST ? text + " and others" : text;
  }
}
