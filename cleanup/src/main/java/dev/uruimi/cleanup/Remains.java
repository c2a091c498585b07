package dev.uruimi.cleanup;

import dev.uruimi.events.StoreId;
import dev.uruimi.worker.record.StoreRecord;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** What is left of a store in Kubernetes: looks at it and takes it away. */
final class Remains {

  private static final String NUDGE = "uruimi.dev/looked-at";
  private static final Duration BETWEEN_NUDGES = Duration.ofSeconds(6);

  private static final int NOT_FOUND = 404;

  private final KubernetesClient client;
  private final Inventory inventory;
  private final Releases releases;
  private final Duration podGrace;

  Remains(KubernetesClient client, Inventory inventory, Releases releases, Duration podGrace) {
    this.client = client;
    this.inventory = inventory;
    this.releases = releases;
    this.podGrace = podGrace;
  }

  Observation observe(StoreId id) {
    var name = id.namespace();
    var namespace = client.namespaces().withName(name).get();
    var volumes = volumes(name);
    if (namespace == null) {
      return new Observation(Observation.Namespace.GONE, false, 0, 0, 0, 0, volumes);
    }
    var pods = client.pods().inNamespace(name).list().getItems();
    var claims = client.persistentVolumeClaims().inNamespace(name).list().getItems();
    var controllers =
        inventory.controllers().stream()
            .mapToInt(kind -> staying(kind.inNamespace(name).list().getItems()));
    return new Observation(
        state(namespace),
        !inventory.releases(name).isEmpty(),
        controllers.sum() + unhurried(pods),
        pods.size(),
        staying(claims),
        claims.size(),
        volumes);
  }

  /** Whether the namespace says that it is this store's. */
  boolean bearsLabel(StoreId id) {
    var namespace = client.namespaces().withName(id.namespace()).get();
    return namespace != null
        && id.value().equals(namespace.getMetadata().getLabels().get(StoreRecord.STORE_LABEL));
  }

  void uninstall(StoreId id) {
    releases.uninstall(id);
  }

  void stopWorkloads(StoreId id) {
    for (var kind : inventory.controllers()) {
      kind.inNamespace(id.namespace())
          .withPropagationPolicy(DeletionPropagation.BACKGROUND)
          .delete();
    }
    client.pods().inNamespace(id.namespace()).withGracePeriod(podGrace.toSeconds()).delete();
  }

  void removeClaims(StoreId id) {
    client.persistentVolumeClaims().inNamespace(id.namespace()).delete();
  }

  /**
   * Has the namespace controller look at the namespace again: after failures it waits up to a
   * minute between two looks, though any change of the namespace brings it back in seconds.
   */
  void nudge(StoreId id, Instant now) {
    try {
      client.namespaces().withName(id.namespace()).edit(found -> nudged(found, now));
    } catch (KubernetesClientException e) {
      // gone meanwhile: that is what it was for
      if (e.getCode() != NOT_FOUND) {
        throw e;
      }
    }
  }

  private static Namespace nudged(Namespace found, Instant now) {
    var before = found.getMetadata().getAnnotations().get(NUDGE);
    return before != null && now.isBefore(Instant.parse(before).plus(BETWEEN_NUDGES))
        ? found
        : found.edit().editMetadata().addToAnnotations(NUDGE, now.toString()).endMetadata().build();
  }

  void removeNamespace(StoreId id) {
    client.namespaces().withName(id.namespace()).delete();
  }

  private int volumes(String namespace) {
    return (int) inventory.volumes(namespace).stream().filter(v -> !Volumes.isRetained(v)).count();
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
}
