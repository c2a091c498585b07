package dev.uruimi.provisioner.preflight;

import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what the checks need of the cluster, pods a page at a time. */
final class ClusterReading {

  private static final long PAGE = 500;
  private static final Set<String> DEFAULT_CLASS =
      Set.of(
          "storageclass.kubernetes.io/is-default-class",
          "storageclass.beta.kubernetes.io/is-default-class");

  private final KubernetesClient client;

  ClusterReading(KubernetesClient client) {
    this.client = client;
  }

  ClusterFacts now() {
    var requested = requestedByNode();
    var rooms =
        client.nodes().list().getItems().stream()
            .map(
                node ->
                    new Room(
                        node,
                        Room.allocatable(node)
                            .minus(
                                requested.getOrDefault(
                                    node.getMetadata().getName(), Amounts.NONE))))
            .toList();
    var classes = client.storage().v1().storageClasses().list().getItems();
    return new ClusterFacts(
        rooms,
        classes.stream().map(c -> c.getMetadata().getName()).collect(Collectors.toSet()),
        classes.stream().anyMatch(ClusterReading::isDefault),
        client.persistentVolumes().list().getItems().stream()
            .filter(v -> v.getStatus() != null && "Available".equals(v.getStatus().getPhase()))
            .map(ClusterReading::storageClass)
            .collect(Collectors.toSet()),
        client.network().v1().ingressClasses().list().getItems().stream()
            .map(c -> c.getMetadata().getName())
            .collect(Collectors.toSet()));
  }

  private Map<String, Amounts> requestedByNode() {
    var requested = new HashMap<String, Amounts>();
    @Nullable String next = null;
    do {
      var page =
          client
              .pods()
              .inAnyNamespace()
              .list(
                  new ListOptionsBuilder()
                      .withLimit(PAGE)
                      .withContinue(next)
                      .withFieldSelector("status.phase!=Succeeded,status.phase!=Failed")
                      .build());
      page.getItems().stream()
          .filter(pod -> pod.getSpec().getNodeName() != null)
          .forEach(
              pod ->
                  requested.merge(
                      pod.getSpec().getNodeName(),
                      Amounts.of(pod.getSpec(), Amounts.THERE),
                      Amounts::plus));
      next = page.getMetadata().getContinue();
    } while (next != null && !next.isEmpty());
    return requested;
  }

  private static boolean isDefault(StorageClass storageClass) {
    var annotations = storageClass.getMetadata().getAnnotations();
    return annotations != null
        && DEFAULT_CLASS.stream().anyMatch(name -> "true".equals(annotations.get(name)));
  }

  private static String storageClass(PersistentVolume volume) {
    return Objects.requireNonNullElse(volume.getSpec().getStorageClassName(), "");
  }
}
