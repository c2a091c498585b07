package dev.uruimi.certify.faults;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.List;

/** An object with a finalizer of nobody holds the namespaces of stores that are being deleted. */
record NamespaceHeld() implements Fault {

  private static final String NAME = "certify-holds";
  private static final String FINALIZER = "certify.uruimi.dev/holds";

  @Override
  public Injection inject(Scene scene) throws IOException {
    var stores = scene.readyStores();
    try {
      stores.forEach(store -> hold(scene.cluster(), "store-" + store));
    } catch (KubernetesClientException e) {
      throw new IOException("the API server refused: " + e.getMessage(), e);
    }
    return () -> release(scene.cluster(), stores);
  }

  private static void hold(KubernetesClient cluster, String namespace) {
    cluster
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(NAME)
                .withFinalizers(FINALIZER)
                .endMetadata()
                .build())
        .create();
  }

  private static void release(KubernetesClient cluster, List<String> stores) throws IOException {
    try {
      for (var store : stores) {
        var held = cluster.configMaps().inNamespace("store-" + store).withName(NAME);
        if (held.get() != null) {
          held.edit(
              it -> new ConfigMapBuilder(it).editMetadata().withFinalizers().endMetadata().build());
          held.delete();
        }
      }
    } catch (KubernetesClientException e) {
      throw new IOException("the finalizer could not be taken away: " + e.getMessage(), e);
    }
  }
}
