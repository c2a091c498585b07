package dev.uruimi.watcher;

import dev.uruimi.events.StoreId;
import dev.uruimi.worker.record.StoreRecord;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;

/** A store's evidence as it lies in the cluster. */
final class KeptEvidence {

  private final KubernetesClient client;
  private final StoreId id;

  KeptEvidence(KubernetesClient client, StoreId id) {
    this.client = client;
    this.id = id;
  }

  /** Null when there is none. */
  ConfigMap get() {
    return resource().get();
  }

  String version() {
    return get().getMetadata().getResourceVersion();
  }

  void delete() {
    resource().delete();
  }

  /** As an earlier watcher might have left it. */
  void leave() {
    client
        .configMaps()
        .inNamespace("uruimi-system")
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("evidence-" + id)
                .addToLabels("app.kubernetes.io/part-of", "uruimi")
                .addToLabels("app.kubernetes.io/component", "evidence")
                .addToLabels(StoreRecord.STORE_LABEL, id.value())
                .endMetadata()
                .build())
        .create();
  }

  private Resource<ConfigMap> resource() {
    return client.configMaps().inNamespace("uruimi-system").withName("evidence-" + id);
  }
}
