package dev.uruimi.certify.faults;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * In each ready store of the group a pod is evicted, or its database is killed at once: the pod
 * that a StatefulSet keeps, where there is one.
 */
record PodEvicted() implements Fault {

  @Override
  public Injection inject(Scene scene) throws IOException {
    for (var store : scene.readyStores()) {
      try {
        hurt(scene, pods(scene, store));
      } catch (KubernetesClientException e) {
        throw new IOException("the API server refused: " + e.getMessage(), e);
      }
    }
    return Injection.OVER;
  }

  private static List<Pod> pods(Scene scene, String store) throws NotPossibleException {
    var pods =
        scene.cluster().pods().inNamespace("store-" + store).list().getItems().stream()
            .filter(pod -> "Running".equals(pod.getStatus().getPhase()))
            .sorted(Comparator.comparing(PodEvicted::isDatabase).reversed())
            .toList();
    if (pods.isEmpty()) {
      throw new NotPossibleException("store " + store + " has no running pod");
    }
    return pods;
  }

  private static void hurt(Scene scene, List<Pod> pods) {
    if (scene.hit().ordinal() % 2 == 1 && isDatabase(pods.getFirst())) {
      scene.cluster().resource(pods.getFirst()).withGracePeriod(0).delete();
    } else {
      scene.cluster().pods().resource(scene.one(pods)).evict();
    }
  }

  private static boolean isDatabase(Pod pod) {
    return pod.getMetadata().getOwnerReferences().stream()
        .anyMatch(owner -> owner.getKind().equals("StatefulSet"));
  }
}
