package dev.uruimi.cleanup;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is in the cluster of a store, kind by kind. */
final class Inventory {

  private final KubernetesClient client;

  Inventory(KubernetesClient client) {
    this.client = client;
  }

  /** Uids by kind of all that is there now, the namespace itself and its volumes included. */
  Map<String, Set<String>> of(String namespace) {
    var found = new TreeMap<String, Set<String>>();
    var itself = client.namespaces().withName(namespace).get();
    if (itself != null) {
      add(found, itself);
      inside(namespace).forEach(object -> add(found, object));
      if (!releases(namespace).isEmpty()) {
        found.put("HelmRelease", new TreeSet<>(Set.of(namespace)));
      }
    }
    volumes(namespace).forEach(volume -> add(found, volume));
    return found;
  }

  /** Every object inside the namespace, of the kinds a shop is made of. */
  Stream<HasMetadata> inside(String namespace) {
    return everyKind().stream()
        .<HasMetadata>flatMap(kind -> kind.inNamespace(namespace).list().getItems().stream());
  }

  /** The volumes whose claim is or was in the namespace. */
  List<PersistentVolume> volumes(String namespace) {
    return client.persistentVolumes().list().getItems().stream()
        .filter(volume -> namespace.equals(Volumes.claimNamespace(volume)))
        .toList();
  }

  /** Secrets that Helm keeps the store's release in. */
  List<? extends HasMetadata> releases(String namespace) {
    return client
        .secrets()
        .inNamespace(namespace)
        .withLabels(Map.of("owner", "helm", "name", namespace))
        .list()
        .getItems();
  }

  /** Kinds that make or run pods. */
  List<
          MixedOperation<
              ? extends HasMetadata, ? extends KubernetesResourceList<? extends HasMetadata>, ?>>
      controllers() {
    return List.of(
        client.apps().deployments(),
        client.apps().statefulSets(),
        client.apps().daemonSets(),
        client.apps().replicaSets(),
        client.batch().v1().cronjobs(),
        client.batch().v1().jobs());
  }

  private List<
          MixedOperation<
              ? extends HasMetadata, ? extends KubernetesResourceList<? extends HasMetadata>, ?>>
      everyKind() {
    var kinds = new ArrayList<>(controllers());
    kinds.addAll(
        List.of(
            client.pods(),
            client.services(),
            client.secrets(),
            client.configMaps(),
            client.persistentVolumeClaims(),
            client.resourceQuotas(),
            client.limitRanges(),
            client.network().v1().ingresses(),
            client.network().v1().networkPolicies()));
    return kinds;
  }

  private static void add(Map<String, Set<String>> found, HasMetadata object) {
    found
        .computeIfAbsent(object.getKind(), _ -> new TreeSet<>())
        .add(object.getMetadata().getUid());
  }
}
