package dev.uruimi.certify.snapshot;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what belongs to stores in the cluster. */
final class ClusterReader {

  static final ResourceDefinitionContext RECORDS =
      new ResourceDefinitionContext.Builder()
          .withGroup("uruimi.dev")
          .withVersion("v1alpha1")
          .withKind("StoreRecord")
          .withPlural("storerecords")
          .withNamespaced(true)
          .build();

  private static final String STORE = "uruimi.dev/store-id";
  private static final String PREFIX = "store-";
  private static final String HELM = "helm.sh/release.v1";

  private final KubernetesClient client;

  ClusterReader(KubernetesClient client) {
    this.client = client;
  }

  /** What is there. */
  record Cluster(
      List<ClusterObject> objects,
      List<Release> releases,
      List<RecordSeen> records,
      List<SecretPrint> secrets) {}

  /**
   * @throws IOException when the API server does not answer
   */
  Cluster read() throws IOException {
    try {
      var secrets = client.secrets().inAnyNamespace().list().getItems();
      var namespaces = new HashMap<String, String>();
      var objects = new ArrayList<ClusterObject>();
      for (var namespace : client.namespaces().list().getItems()) {
        namespaces.put(namespace.getMetadata().getName(), namespace.getMetadata().getUid());
        add(objects, "Namespace", namespace, namespace.getMetadata().getName());
      }
      inNamespaces(secrets).forEach(object -> add(objects, object));
      volumes().forEach(volume -> add(objects, "PersistentVolume", volume, claim(volume)));
      return new Cluster(objects, releases(secrets), records(), prints(secrets, namespaces));
    } catch (KubernetesClientException e) {
      throw new IOException("the API server does not answer: " + e.getMessage(), e);
    }
  }

  private Stream<? extends HasMetadata> inNamespaces(List<Secret> secrets) {
    return Stream.of(
            secrets,
            client.pods().inAnyNamespace().list().getItems(),
            client.persistentVolumeClaims().inAnyNamespace().list().getItems(),
            client.network().v1().ingresses().inAnyNamespace().list().getItems(),
            client
                .configMaps()
                .inAnyNamespace()
                .withLabel("app.kubernetes.io/component", "evidence")
                .list()
                .getItems())
        .flatMap(List::stream);
  }

  private List<PersistentVolume> volumes() {
    return client.persistentVolumes().list().getItems();
  }

  private static @Nullable String claim(PersistentVolume volume) {
    ObjectReference claim = volume.getSpec().getClaimRef();
    return claim == null ? null : claim.getNamespace();
  }

  private static void add(List<ClusterObject> objects, HasMetadata object) {
    add(objects, object.getKind(), object, object.getMetadata().getNamespace());
  }

  /** Notes an object if it belongs to a store: by its label, else by a namespace. */
  private static void add(
      List<ClusterObject> objects, String kind, HasMetadata object, @Nullable String namespace) {
    var metadata = object.getMetadata();
    var label = metadata.getLabels() == null ? null : metadata.getLabels().get(STORE);
    var store = label != null ? label : storeOf(namespace);
    if (store != null) {
      objects.add(
          new ClusterObject(
              kind,
              Objects.requireNonNullElse(metadata.getNamespace(), ""),
              metadata.getName(),
              metadata.getUid(),
              store));
    }
  }

  private static @Nullable String storeOf(@Nullable String namespace) {
    return namespace != null && namespace.startsWith(PREFIX)
        ? namespace.substring(PREFIX.length())
        : null;
  }

  private static List<Release> releases(List<Secret> secrets) {
    return secrets.stream()
        .filter(secret -> HELM.equals(secret.getType()))
        .map(
            secret ->
                new Release(
                    secret.getMetadata().getNamespace(),
                    secret.getMetadata().getLabels().getOrDefault("name", "?")))
        .distinct()
        .toList();
  }

  private List<RecordSeen> records() {
    return client.genericKubernetesResources(RECORDS).inAnyNamespace().list().getItems().stream()
        .map(ClusterReader::record)
        .toList();
  }

  private static RecordSeen record(GenericKubernetesResource record) {
    return new RecordSeen(
        record.getMetadata().getName().substring(PREFIX.length()),
        "absent".equals(record.get("spec", "desired")),
        record.get("status", "removal", "receipt") != null);
  }

  private static List<SecretPrint> prints(List<Secret> secrets, Map<String, String> namespaces) {
    return secrets.stream()
        .filter(secret -> storeOf(secret.getMetadata().getNamespace()) != null)
        .filter(secret -> !HELM.equals(secret.getType()) && secret.getData() != null)
        .map(
            secret ->
                new SecretPrint(
                    secret.getMetadata().getNamespace(),
                    namespaces.getOrDefault(secret.getMetadata().getNamespace(), "gone"),
                    secret.getMetadata().getName(),
                    Hash.of(secret.getData())))
        .toList();
  }
}
