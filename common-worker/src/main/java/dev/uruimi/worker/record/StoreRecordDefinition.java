package dev.uruimi.worker.record;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The custom resource definition of store records, and the namespace they live in. */
public final class StoreRecordDefinition {

  private static final int CONFLICT = 409;
  private static final String NAME = "storerecords.uruimi.dev";

  private StoreRecordDefinition() {}

  /** Makes sure that both are there and that records can be stored. Does nothing when they are. */
  public static void ensure(KubernetesClient client, String namespace) {
    if (client.namespaces().withName(namespace).get() == null) {
      create(
          () ->
              client
                  .resource(
                      new NamespaceBuilder()
                          .withNewMetadata()
                          .withName(namespace)
                          .addToLabels("app.kubernetes.io/part-of", "uruimi")
                          .endMetadata()
                          .build())
                  .create());
    }
    var definitions = client.apiextensions().v1().customResourceDefinitions();
    if (definitions.withName(NAME).get() == null) {
      create(() -> client.resource(read(client)).create());
    }
    definitions
        .withName(NAME)
        .waitUntilCondition(StoreRecordDefinition::established, 30, TimeUnit.SECONDS);
  }

  private static CustomResourceDefinition read(KubernetesClient client) {
    InputStream file =
        Objects.requireNonNull(
            StoreRecordDefinition.class.getResourceAsStream("/storerecords.uruimi.dev.yaml"));
    return client.getKubernetesSerialization().unmarshal(file, CustomResourceDefinition.class);
  }

  /** Several workers may do this at once. */
  private static void create(Runnable creation) {
    try {
      creation.run();
    } catch (KubernetesClientException e) {
      if (e.getCode() != CONFLICT) {
        throw e;
      }
    }
  }

  private static boolean established(CustomResourceDefinition definition) {
    return definition != null
        && definition.getStatus() != null
        && definition.getStatus().getConditions() != null
        && definition.getStatus().getConditions().stream()
            .anyMatch(c -> "Established".equals(c.getType()) && "True".equals(c.getStatus()));
  }
}
