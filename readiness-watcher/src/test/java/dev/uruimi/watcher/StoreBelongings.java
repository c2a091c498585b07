package dev.uruimi.watcher;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.BindingBuilder;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;

/** Things of a store besides its pods. */
final class StoreBelongings {

  private final KubernetesClient client;
  private final String namespace;

  StoreBelongings(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  StoreBelongings secret(String key, String value) {
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("credentials-" + key)
                .endMetadata()
                .addToStringData(key, value)
                .build())
        .create();
    return this;
  }

  StoreBelongings release(String status, int revision) {
    client
        .resource(
            new SecretBuilder()
                .withType("helm.sh/release.v1")
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("sh.helm.release.v1." + namespace + ".v" + revision)
                .addToLabels(
                    Map.of(
                        "owner",
                        "helm",
                        "name",
                        namespace,
                        "status",
                        status,
                        "version",
                        String.valueOf(revision)))
                .endMetadata()
                .addToStringData("release", "content")
                .build())
        .create();
    return this;
  }

  StoreBelongings claim(String storage) {
    client
        .resource(
            new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("data")
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withNewResources()
                .addToRequests("storage", new Quantity(storage))
                .endResources()
                .endSpec()
                .build())
        .create();
    return this;
  }

  StoreBelongings event(String pod, String reason, String message) {
    client
        .resource(
            new EventBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("event-" + reason.toLowerCase(java.util.Locale.ROOT))
                .endMetadata()
                .withNewInvolvedObject()
                .withKind("Pod")
                .withNamespace(namespace)
                .withName(pod)
                .endInvolvedObject()
                .withType("Warning")
                .withReason(reason)
                .withMessage(message)
                .withCount(7)
                .withLastTimestamp("2026-03-01T12:00:00Z")
                .build())
        .create();
    return this;
  }

  /** A pod on a node. */
  StoreBelongings bound(String pod, String node) {
    client
        .bindings()
        .inNamespace(namespace)
        .resource(
            new BindingBuilder()
                .withNewMetadata()
                .withName(pod)
                .endMetadata()
                .withNewTarget()
                .withKind("Node")
                .withName(node)
                .endTarget()
                .build())
        .create();
    return this;
  }

  /** A quota that is in force. */
  StoreBelongings podQuota(String pods) {
    client
        .resource(
            new ResourceQuotaBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("store")
                .endMetadata()
                .withNewSpec()
                .addToHard("pods", new Quantity(pods))
                .endSpec()
                .build())
        .create();
    await()
        .until(
            () ->
                client
                        .resourceQuotas()
                        .inNamespace(namespace)
                        .withName("store")
                        .get()
                        .getStatus()
                        .getHard()
                    != null);
    return this;
  }

  /** A quota of requests. */
  StoreBelongings quota(String cpu, String memory, String storage) {
    client
        .resource(
            new ResourceQuotaBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("requests")
                .endMetadata()
                .withNewSpec()
                .addToHard(
                    Map.of(
                        "requests.cpu", new Quantity(cpu),
                        "requests.memory", new Quantity(memory),
                        "requests.storage", new Quantity(storage)))
                .endSpec()
                .build())
        .create();
    return this;
  }

  /** Something that only another can let go. */
  StoreBelongings held() {
    client
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("held")
                .withFinalizers("example.org/hold")
                .endMetadata()
                .build())
        .create();
    return this;
  }

  void letGo() {
    client
        .configMaps()
        .inNamespace(namespace)
        .withName("held")
        .edit(
            found ->
                new ConfigMapBuilder(found).editMetadata().withFinalizers().endMetadata().build());
  }
}
