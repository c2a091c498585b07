package dev.uruimi.provisioner.preflight;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a rendered chart asks of the cluster.
 *
 * @param pods by the object that makes them
 * @param claims volume claims and how often each is made
 */
record Demand(List<Pods> pods, List<Claims> claims, List<Ingress> ingresses) {

  /**
   * Pods of one kind.
   *
   * @param name of the object that makes them
   * @param lasting whether all of them have to run at once and for good; else they end
   */
  record Pods(String name, PodSpec spec, int count, boolean lasting) {

    Amounts each() {
      return Amounts.of(spec, Amounts.STORE);
    }
  }

  /** A volume claim that is made {@code count} times. */
  record Claims(PersistentVolumeClaim claim, int count) {}

  /** Reads rendered objects; surge pods are left out: a first installation has none. */
  static Demand of(List<HasMetadata> objects) {
    var pods = new ArrayList<Pods>();
    var claims = new ArrayList<Claims>();
    for (var object : objects) {
      var name = object.getMetadata().getName();
      switch (object) {
        case Deployment d ->
            pods.add(
                new Pods(
                    name,
                    d.getSpec().getTemplate().getSpec(),
                    or1(d.getSpec().getReplicas()),
                    true));
        case StatefulSet s -> {
          var count = or1(s.getSpec().getReplicas());
          pods.add(new Pods(name, s.getSpec().getTemplate().getSpec(), count, true));
          s.getSpec().getVolumeClaimTemplates().forEach(c -> claims.add(new Claims(c, count)));
        }
        case Job j -> pods.add(new Pods(name, j.getSpec().getTemplate().getSpec(), 1, false));
        case Pod p -> pods.add(new Pods(name, p.getSpec(), 1, false));
        case PersistentVolumeClaim c -> claims.add(new Claims(c, 1));
        default -> {}
      }
    }
    return new Demand(pods, claims, of(objects, Ingress.class).toList());
  }

  /** Pods that have to run all at once. */
  Stream<Pods> lasting() {
    return pods.stream().filter(Pods::lasting);
  }

  private static <T> Stream<T> of(List<HasMetadata> objects, Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast);
  }

  private static int or1(@org.jspecify.annotations.Nullable Integer replicas) {
    return replicas == null ? 1 : replicas;
  }
}
