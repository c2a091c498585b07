package dev.uruimi.worker.leader;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.jspecify.annotations.Nullable;

/**
 * The one Lease of a service: in the platform's namespace, under the service's name.
 *
 * @param namespace the platform's
 */
public record Leases(KubernetesClient client, String namespace, String service) {

  private static final int CONFLICT = 409;

  @Nullable Lease find() {
    return client.leases().inNamespace(namespace).withName(service).get();
  }

  /** Throws a conflict when somebody else was faster. */
  Lease create(Lease lease) {
    var named =
        new LeaseBuilder(lease)
            .withNewMetadata()
            .withName(service)
            .addToLabels("app.kubernetes.io/part-of", "uruimi")
            .endMetadata()
            .build();
    return client.leases().inNamespace(namespace).resource(named).create();
  }

  /** Throws a conflict when somebody else changed it since it was read. */
  Lease update(Lease lease) {
    return client.leases().inNamespace(namespace).resource(lease).update();
  }

  static boolean isLostRace(KubernetesClientException e) {
    return e.getCode() == CONFLICT;
  }
}
