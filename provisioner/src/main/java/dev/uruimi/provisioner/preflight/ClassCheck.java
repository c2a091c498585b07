package dev.uruimi.provisioner.preflight;

import dev.uruimi.events.Reason;
import dev.uruimi.events.ReasonCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Storage and ingress classes. A volume that was made by hand needs no storage class; while one of
 * the claim's class waits, nothing is said.
 */
final class ClassCheck {

  private ClassCheck() {}

  static List<Reason> of(Demand demand, ClusterFacts facts) {
    var storage = demand.claims().stream().flatMap(claims -> storage(claims, facts).stream());
    var ingress =
        demand.ingresses().stream()
            .filter(i -> i.getSpec().getIngressClassName() != null)
            .filter(i -> !facts.ingressClasses().contains(i.getSpec().getIngressClassName()))
            .map(
                i ->
                    Reason.of(
                        ReasonCode.INGRESS_CLASS_MISSING,
                        Map.of(
                            "ingressClass", i.getSpec().getIngressClassName(),
                            "ingress", i.getMetadata().getName())));
    return Stream.concat(storage, ingress).toList();
  }

  private static Optional<Reason> storage(Demand.Claims claims, ClusterFacts facts) {
    var claim = claims.claim();
    var named = claim.getSpec().getStorageClassName();
    var able =
        named == null
            ? facts.hasDefaultStorageClass()
            : named.isEmpty() || facts.storageClasses().contains(named);
    if (able || claims.count() == 0 || facts.freeClasses().contains(named == null ? "" : named)) {
      return Optional.empty();
    }
    var message =
        named == null
            ? "it names none and the cluster has no default"
            : "there is no storage class " + named;
    return Optional.of(
        Reason.of(
            ReasonCode.STORAGE_CLASS_MISSING,
            Map.of("claim", claim.getMetadata().getName(), "message", message)));
  }
}
