package dev.uruimi.charts;

import static org.awaitility.Awaitility.await;

import dev.uruimi.local.cluster.ChartPrograms;
import dev.uruimi.provisioner.NameServers;
import dev.uruimi.provisioner.cluster.KubernetesStoreCluster;
import dev.uruimi.testing.KubernetesServer;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A real API server that knows the Gateway API, with stores' namespaces as the provisioner's. */
final class Cluster implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> CLUSTER_WIDE =
      Set.of(
          "clusterrole",
          "clusterrolebinding",
          "customresourcedefinition",
          "validatingadmissionpolicy",
          "validatingadmissionpolicybinding");

  private final KubernetesServer server = KubernetesServer.started();

  Cluster() throws Exception {
    try (var definition = Files.newInputStream(ChartPrograms.httpRoutes())) {
      client().load(definition).serverSideApply();
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> raw("/openapi/v2").contains("io.k8s.networking.gateway.v1.HTTPRoute"));
  }

  KubernetesClient client() {
    return server.client();
  }

  /** A client with the rights of a service of the platform; its user closes it. */
  KubernetesClient as(String service) {
    var user = "system:serviceaccount:%s:%s".formatted(PlatformVariant.NAMESPACE, service);
    return new KubernetesClientBuilder()
        .withConfig(new ConfigBuilder(server.config()).withImpersonateUsername(user).build())
        .build();
  }

  Path kubeconfig() {
    return server.kubeconfig();
  }

  String raw(String path) {
    return client().raw(path);
  }

  /** Namespace, quota, limits, policies and secrets, exactly as the provisioner makes them. */
  void provision(StoreUnderTest store) {
    provision(client(), store);
    awaitServiceAccount(store.namespace());
  }

  /** The same with the rights of somebody. */
  static void provision(KubernetesClient client, StoreUnderTest store) {
    var stores =
        new KubernetesStoreCluster(client, NameServers.byDefault(), "store-api", "uruimi-system");
    stores.applyNamespace(store.blueprint());
    stores.applyGuardrails(store.blueprint());
    stores.createSecrets(store.blueprint());
  }

  /** A namespace where pods must be restricted and nothing else is limited. */
  void restricted(String namespace) {
    client()
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(namespace)
                .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                .endMetadata()
                .build())
        .create();
    awaitServiceAccount(namespace);
  }

  /**
   * What the API server says to an object that it is to check as if it made it.
   *
   * @throws KubernetesClientException when it refuses it
   */
  void check(JsonNode object, String namespace) {
    post(client(), object, namespace, "?dryRun=All&fieldValidation=Strict");
  }

  /** Makes it. */
  void create(JsonNode object, String namespace) {
    create(client(), object, namespace);
  }

  /** Makes it with somebody's rights. */
  static void create(KubernetesClient client, JsonNode object, String namespace) {
    post(client, object, namespace, "?fieldValidation=Strict");
  }

  /** The pod that the controller of a Deployment or StatefulSet would make. */
  static ObjectNode podOf(JsonNode deployment, String name) {
    var template = deployment.at("/spec/template");
    var pod = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "Pod");
    var metadata = (ObjectNode) template.path("metadata").deepCopy();
    pod.set("metadata", metadata.put("name", name));
    pod.set("spec", template.path("spec"));
    return pod;
  }

  private static void post(
      KubernetesClient client, JsonNode object, String namespace, String query) {
    var answer = client.raw(path(object, namespace) + query, "POST", object.toString());
    if (answer == null) {
      throw new KubernetesClientException("nothing takes a " + object.path("kind").asString());
    }
  }

  private static String path(JsonNode object, String namespace) {
    var version = object.path("apiVersion").asString();
    var kind = object.path("kind").asString().toLowerCase(Locale.ROOT);
    var plural =
        kind.endsWith("y")
            ? kind.substring(0, kind.length() - 1) + "ies"
            : kind + (kind.endsWith("s") ? "es" : "s");
    return "%s/%s%s/%s"
        .formatted(
            version.contains("/") ? "/apis" : "/api",
            version,
            CLUSTER_WIDE.contains(kind) ? "" : "/namespaces/" + namespace,
            plural);
  }

  private void awaitServiceAccount(String namespace) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                client().serviceAccounts().inNamespace(namespace).withName("default").get()
                    != null);
  }

  @Override
  public void close() {
    server.close();
  }
}
