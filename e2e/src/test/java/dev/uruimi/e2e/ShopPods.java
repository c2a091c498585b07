package dev.uruimi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a store consists of in the cluster, and what happens to it there. */
final class ShopPods implements AutoCloseable {

  private static final Duration READY = Duration.ofMinutes(3);
  private static final String COMPONENT = "app.kubernetes.io/component";

  private final Cluster cluster = new Cluster();
  private final String namespace;

  ShopPods(String id) {
    this.namespace = "store-" + id;
  }

  List<Pod> of(String component) {
    return cluster
        .client()
        .pods()
        .inNamespace(namespace)
        .withLabel(COMPONENT, component)
        .list()
        .getItems();
  }

  /** Deletes the component's pod; another one comes. */
  void delete(String component) {
    var pod = of(component).getFirst();
    cluster.client().pods().inNamespace(namespace).withName(pod.getMetadata().getName()).delete();
    await()
        .atMost(READY)
        .until(() -> of(component).stream().noneMatch(other -> uid(other).equals(uid(pod))));
  }

  void scale(String component, int replicas) {
    cluster
        .client()
        .apps()
        .deployments()
        .inNamespace(namespace)
        .withName(component)
        .scale(replicas);
    await().atMost(READY).until(() -> of(component).size() == replicas);
  }

  /** One pod of the component is left, and it is ready. */
  void awaitReady(String component) {
    await()
        .atMost(READY)
        .untilAsserted(
            () ->
                assertThat(of(component))
                    .hasSize(1)
                    .allMatch(
                        pod ->
                            pod.getStatus().getConditions().stream()
                                .anyMatch(
                                    condition ->
                                        "Ready".equals(condition.getType())
                                            && "True".equals(condition.getStatus()))));
  }

  /** An environment variable of the component's only container. */
  String environment(String component, String variable) {
    return of(component).getFirst().getSpec().getContainers().getFirst().getEnv().stream()
        .filter(one -> one.getName().equals(variable))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  String log(String component) {
    var pod = of(component).getFirst().getMetadata().getName();
    return cluster.client().pods().inNamespace(namespace).withName(pod).getLog();
  }

  /** What the store's own Secrets hold: Helm keeps its releases in others. */
  Map<String, Map<String, String>> secrets() {
    return cluster.client().secrets().inNamespace(namespace).list().getItems().stream()
        .filter(secret -> !secret.getType().startsWith("helm.sh/"))
        .collect(
            Collectors.toMap(
                secret -> secret.getMetadata().getName(),
                secret -> secret.getData(),
                (one, _) -> one,
                TreeMap::new));
  }

  String secret(String name, String key) {
    return new String(Base64.getDecoder().decode(secrets().get(name).get(key)));
  }

  void changeSecret(String name, String key, String text) {
    cluster
        .client()
        .secrets()
        .inNamespace(namespace)
        .withName(name)
        .edit(
            secret -> {
              secret.getData().put(key, Base64.getEncoder().encodeToString(text.getBytes()));
              return secret;
            });
  }

  void deleteService(String name) {
    cluster.client().services().inNamespace(namespace).withName(name).delete();
  }

  private static String uid(Pod pod) {
    return pod.getMetadata().getUid();
  }

  @Override
  public void close() {
    cluster.close();
  }
}
