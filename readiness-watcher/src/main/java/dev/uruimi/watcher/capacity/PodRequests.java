package dev.uruimi.watcher.capacity;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What all pods of the cluster ask of its nodes, as their informer tells; not those that ended. */
public final class PodRequests implements ResourceEventHandler<Pod> {

  private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

  private final Map<String, Requests> requests = new ConcurrentHashMap<>();

  @Override
  public void onAdd(Pod pod) {
    var phase = pod.getStatus() == null ? null : pod.getStatus().getPhase();
    if (phase != null && ENDED.contains(phase)) {
      requests.remove(key(pod));
    } else {
      requests.put(key(pod), Requests.of(pod.getSpec()));
    }
  }

  @Override
  public void onUpdate(Pod before, Pod pod) {
    onAdd(pod);
  }

  @Override
  public void onDelete(Pod pod, boolean finalStateUnknown) {
    requests.remove(key(pod));
  }

  int pods() {
    return requests.size();
  }

  Requests sum() {
    return requests.values().stream().reduce(Requests.NONE, Requests::plus);
  }

  private static String key(Pod pod) {
    return pod.getMetadata().getNamespace() + "/" + pod.getMetadata().getName();
  }
}
