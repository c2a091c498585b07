package dev.uruimi.watcher;

import static org.awaitility.Awaitility.await;

import dev.uruimi.events.Receipt;
import dev.uruimi.events.StoreId;
import dev.uruimi.events.StoreSpecification;
import dev.uruimi.worker.record.Desired;
import dev.uruimi.worker.record.Provision;
import dev.uruimi.worker.record.Removal;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecordSpec;
import dev.uruimi.worker.record.StoreRecords;
import dev.uruimi.worker.record.Verdict;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** A store as the provisioner leaves it; the test plays the kubelet. */
final class InstalledStore {

  static final String IMAGE = "localhost/uruimi/nowhere:1";

  final StoreId id = StoreId.random(new SecureRandom());
  private final KubernetesClient client;
  private final StoreRecords records;

  InstalledStore(KubernetesClient client, StoreRecords records) {
    this.client = client;
    this.records = records;
  }

  String host() {
    return id.host("localhost");
  }

  InstalledStore withNamespace(Map<String, String> labels) {
    client
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(id.namespace())
                .withLabels(labels)
                .endMetadata()
                .build())
        .create();
    await()
        .until(
            () ->
                client.serviceAccounts().inNamespace(id.namespace()).withName("default").get()
                    != null);
    return this;
  }

  InstalledStore withNamespace() {
    return withNamespace(Map.of());
  }

  InstalledStore withPodQuota(String pods) {
    has().podQuota(pods);
    return this;
  }

  InstalledStore withDeployment() {
    client
        .resource(
            new DeploymentBuilder()
                .withNewMetadata()
                .withNamespace(id.namespace())
                .withName("shop")
                .endMetadata()
                .withNewSpec()
                .withReplicas(1)
                .withNewSelector()
                .addToMatchLabels("app", "shop")
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "shop")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("shop")
                .withImage(IMAGE)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build())
        .create();
    return this;
  }

  InstalledStore recorded() {
    var store =
        new StoreSpecification(
            "Shop", "ada", "window", "1", "small", Map.of(), host(), "http", "default");
    records.change(
        id,
        _ -> {
          var record =
              StoreRecord.of(new StoreRecordSpec(id, Desired.PRESENT, 1, store, "00-trace"));
          return record.with(
              record.getStatus().with(Provision.begun(1, Instant.EPOCH).installed(1)));
        });
    return this;
  }

  void deleted() {
    records.change(id, record -> record.with(record.getSpec().absent(1, null)));
  }

  Verdict verdict() {
    return records.find(id).orElseThrow().getStatus().verdict();
  }

  StoreRecord record() {
    return records.find(id).orElseThrow();
  }

  void podIsReady() {
    podHas(true, new ContainerStateBuilder().withNewRunning().endRunning().build(), 0);
  }

  void podWaits(String reason, String message) {
    podHas(
        false,
        new ContainerStateBuilder()
            .withNewWaiting()
            .withReason(reason)
            .withMessage(message)
            .endWaiting()
            .build(),
        0);
  }

  void podEnded(int exitCode, int restarts, String message) {
    podHas(
        false,
        new ContainerStateBuilder()
            .withNewTerminated()
            .withExitCode(exitCode)
            .withReason("Error")
            .withMessage(message)
            .endTerminated()
            .build(),
        restarts);
  }

  /** It crashed before and waits for its next turn; its last words are in its log alone. */
  void podCrashLoops(int restarts) {
    podHas(
        new ContainerStatusBuilder()
            .withReady(false)
            .withRestartCount(restarts)
            .withNewState()
            .withNewWaiting()
            .withReason("CrashLoopBackOff")
            .endWaiting()
            .endState()
            .withNewLastState()
            .withNewTerminated()
            .withExitCode(1)
            .withReason("Error")
            .withContainerID("containerd://1")
            .endTerminated()
            .endLastState());
  }

  private void podHas(boolean ready, ContainerState state, int restarts) {
    podHas(
        new ContainerStatusBuilder().withReady(ready).withRestartCount(restarts).withState(state));
  }

  private void podHas(ContainerStatusBuilder container) {
    var status = container.withName("shop").withImage(IMAGE).withImageID("").build();
    client
        .pods()
        .resource(pod())
        .editStatus(
            found -> {
              found.setStatus(
                  new PodStatusBuilder()
                      .withPhase("Running")
                      .withStartTime("2026-03-01T12:00:00Z")
                      .addNewCondition()
                      .withType("Ready")
                      .withStatus(status.getReady() ? "True" : "False")
                      .endCondition()
                      .withContainerStatuses(status)
                      .build());
              return found;
            });
  }

  /** Puts its pod on a node. */
  InstalledStore on(String node) {
    has().bound(podName(), node);
    return this;
  }

  /** What else may be in its namespace. */
  StoreBelongings has() {
    return new StoreBelongings(client, id.namespace());
  }

  String podName() {
    return pod().getMetadata().getName();
  }

  /** Verified gone, as cleanup says. */
  void gone() {
    records.change(
        id,
        record ->
            record.with(
                record
                    .getStatus()
                    .with(
                        new Removal(
                            1,
                            Instant.EPOCH,
                            Map.of(),
                            null,
                            new Receipt(Map.of(), 1, Instant.EPOCH)))));
  }

  private Pod pod() {
    await().until(() -> !pods().isEmpty());
    return Objects.requireNonNull(pods().getFirst());
  }

  private java.util.List<Pod> pods() {
    return client.pods().inNamespace(id.namespace()).list().getItems();
  }
}
