package dev.uruimi.provisioner;

import dev.uruimi.events.StoreId;
import dev.uruimi.worker.record.StoreRecord;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Resource versions of all that there is of a store. */
final class Snapshot {

  private Snapshot() {}

  static Map<String, String> of(KubernetesClient client, StoreId id) {
    var versions = new TreeMap<String, String>();
    add(versions, List.of(client.namespaces().withName(id.namespace()).get()));
    add(
        versions,
        List.of(
            client
                .resources(StoreRecord.class)
                .inNamespace("uruimi-system")
                .withName(id.namespace())
                .get()));
    var kinds =
        List.<MixedOperation<?, ?, ?>>of(
            client.configMaps(),
            client.secrets(),
            client.serviceAccounts(),
            client.services(),
            client.pods(),
            client.persistentVolumeClaims(),
            client.resourceQuotas(),
            client.limitRanges(),
            client.apps().deployments(),
            client.apps().replicaSets(),
            client.network().v1().networkPolicies(),
            client.rbac().roles(),
            client.rbac().roleBindings());
    for (var kind : kinds) {
      var list = (KubernetesResourceList<?>) kind.inNamespace(id.namespace()).list();
      add(versions, list.getItems());
    }
    return versions;
  }

  private static void add(Map<String, String> versions, List<? extends HasMetadata> objects) {
    for (var object : objects) {
      var name = object.getKind() + "/" + object.getMetadata().getName();
      versions.put(name, object.getMetadata().getResourceVersion());
    }
  }
}
