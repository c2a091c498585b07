package dev.uruimi.cleanup;

import dev.uruimi.events.StoreId;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceCondition;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is left of a store in Kubernetes: looks at it and takes it away. */
final class Remains {

  private final KubernetesClient client;
  private final Releases releases;
  private final Duration podGrace;

  Remains(KubernetesClient client, Releases releases, Duration podGrace) {
    this.client = client;
    this.releases = releases;
    this.podGrace = podGrace;
  }

  Observation observe(StoreId id) {
    var name = id.namespace();
    var namespace = client.namespaces().withName(name).get();
    var volumes = volumes(name);
    if (namespace == null) {
      return new Observation(Observation.Namespace.GONE, "", false, 0, 0, 0, 0, volumes);
    }
    var pods = client.pods().inNamespace(name).list().getItems();
    var claims = client.persistentVolumeClaims().inNamespace(name).list().getItems();
    var controllers =
        controllers().stream().mapToInt(kind -> staying(kind.inNamespace(name).list().getItems()));
    return new Observation(
        state(namespace),
        holding(namespace),
        !releaseSecrets(name).isEmpty(),
        controllers.sum() + unhurried(pods),
        pods.size(),
        staying(claims),
        claims.size(),
        volumes);
  }

  /** Counts what the store consists of, by kind. */
  Map<String, Integer> inventory(StoreId id) {
    var name = id.namespace();
    var counts = new TreeMap<String, Integer>();
    if (client.namespaces().withName(name).get() == null) {
      return counts;
    }
    counts.put("Namespace", 1);
    everyKind().forEach(kind -> count(counts, kind.inNamespace(name).list().getItems()));
    if (!releaseSecrets(name).isEmpty()) {
      counts.put("HelmRelease", 1);
    }
    var volumes = volumes(name);
    if (volumes > 0) {
      counts.put("PersistentVolume", volumes);
    }
    return counts;
  }

  void uninstall(StoreId id) {
    releases.uninstall(id);
  }

  void stopWorkloads(StoreId id) {
    for (var kind : controllers()) {
      kind.inNamespace(id.namespace())
          .withPropagationPolicy(DeletionPropagation.BACKGROUND)
          .delete();
    }
    client.pods().inNamespace(id.namespace()).withGracePeriod(podGrace.toSeconds()).delete();
  }

  void removeClaims(StoreId id) {
    client.persistentVolumeClaims().inNamespace(id.namespace()).delete();
  }

  void removeNamespace(StoreId id) {
    client.namespaces().withName(id.namespace()).delete();
  }

  private List<
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

  private List<Secret> releaseSecrets(String namespace) {
    return client
        .secrets()
        .inNamespace(namespace)
        .withLabels(Map.of("owner", "helm", "name", namespace))
        .list()
        .getItems();
  }

  private int volumes(String namespace) {
    return (int)
        client.persistentVolumes().list().getItems().stream()
            .map(volume -> volume.getSpec().getClaimRef())
            .filter(claim -> claim != null && namespace.equals(claim.getNamespace()))
            .count();
  }

  private static void count(Map<String, Integer> counts, List<? extends HasMetadata> objects) {
    objects.forEach(object -> counts.merge(object.getKind(), 1, Integer::sum));
  }

  private static int staying(Collection<? extends HasMetadata> objects) {
    return (int) objects.stream().filter(object -> !object.isMarkedForDeletion()).count();
  }

  /** Pods that are not stopping, or may take longer about it than they need to. */
  private int unhurried(Collection<Pod> pods) {
    return (int)
        pods.stream()
            .map(HasMetadata::getMetadata)
            .filter(
                pod ->
                    pod.getDeletionTimestamp() == null
                        || pod.getDeletionGracePeriodSeconds() > podGrace.toSeconds())
            .count();
  }

  private static Observation.Namespace state(Namespace namespace) {
    return namespace.isMarkedForDeletion()
        ? Observation.Namespace.TERMINATING
        : Observation.Namespace.ACTIVE;
  }

  private static String holding(Namespace namespace) {
    var status = namespace.getStatus();
    if (status == null || status.getConditions() == null) {
      return "";
    }
    return status.getConditions().stream()
        .filter(condition -> "True".equals(condition.getStatus()))
        .map(NamespaceCondition::getMessage)
        .collect(Collectors.joining("; "));
  }
}
