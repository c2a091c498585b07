package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uruimi.events.StoreId;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecords;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The cluster, looked at directly. */
final class Cluster implements AutoCloseable {

  private static final String RECORDS = "uruimi-system";

  private final KubernetesClient client =
      new KubernetesClientBuilder()
          .withConfig(Config.fromKubeconfig(Uruimi.state().resolve("kubeconfig").toFile()))
          .build();

  KubernetesClient client() {
    return client;
  }

  StoreRecord record(String id) {
    return new StoreRecords(client, RECORDS).find(new StoreId(id)).orElseThrow();
  }

  boolean hasNamespace(String id) {
    return client.namespaces().withName("store-" + id).get() != null;
  }

  /** Nothing of the store is left but its tombstone. */
  void assertNothingLeft(String id) {
    var namespace = "store-" + id;
    assertThat(client.namespaces().withName(namespace).get()).as("namespace").isNull();
    assertThat(client.persistentVolumes().list().getItems())
        .as("volumes")
        .noneMatch(volume -> namespace.equals(volume.getSpec().getClaimRef().getNamespace()));
    assertThat(
            Stream.of(
                    client.network().v1().ingresses().inAnyNamespace().list().getItems(),
                    client.pods().inAnyNamespace().list().getItems(),
                    client.secrets().inAnyNamespace().list().getItems(),
                    client.persistentVolumeClaims().inAnyNamespace().list().getItems())
                .flatMap(java.util.Collection::stream)
                .map(object -> object.getMetadata().getNamespace()))
        .as("objects")
        .doesNotContain(namespace);
    var record = record(id);
    assertThat(record.isTombstone()).isTrue();
    assertThat(record.getStatus().removal().receipt()).as("receipt").isNotNull();
  }

  /**
   * Resource versions of everything that belongs to stores: the same twice means nothing was
   * written.
   */
  Map<String, String> versions() {
    var versions = new TreeMap<String, String>();
    Stream.of(
            new StoreRecords(client, RECORDS).all(),
            client.namespaces().withLabel(StoreRecord.STORE_LABEL).list().getItems(),
            client.secrets().inAnyNamespace().list().getItems(),
            client.resourceQuotas().inAnyNamespace().list().getItems(),
            client.network().v1().networkPolicies().inAnyNamespace().list().getItems(),
            client.apps().deployments().inAnyNamespace().list().getItems(),
            client.persistentVolumeClaims().inAnyNamespace().list().getItems())
        .flatMap(java.util.Collection::stream)
        .map(HasMetadata.class::cast)
        .forEach(
            object ->
                versions.put(
                    object.getKind()
                        + " "
                        + object.getMetadata().getNamespace()
                        + "/"
                        + object.getMetadata().getName(),
                    object.getMetadata().getResourceVersion()));
    return versions;
  }

  @Override
  public void close() {
    client.close();
  }
}
