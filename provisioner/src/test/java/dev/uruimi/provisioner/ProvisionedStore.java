package dev.uruimi.provisioner;

import static java.net.HttpURLConnection.HTTP_CONFLICT;
import static java.net.HttpURLConnection.HTTP_NOT_FOUND;
import static org.awaitility.Awaitility.await;

import dev.uruimi.events.StoreEvent;
import dev.uruimi.events.StoreEvent.StoreInstalled;
import dev.uruimi.events.StoreEvent.StoreRequested;
import dev.uruimi.events.StoreId;
import dev.uruimi.worker.record.StoreRecord;
import dev.uruimi.worker.record.StoreRecordStatus;
import dev.uruimi.worker.record.StoreRecords;
import dev.uruimi.worker.record.Verdict;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A store that is asked for, and what provisioners made of it; the test plays kubelet and watcher.
 */
final class ProvisionedStore {

  private static final Duration LONG = Duration.ofSeconds(90);

  final StoreId id = Stores.newId();
  private final Servers servers;
  private final KubernetesClient client;
  private final StoreRecords records;

  ProvisionedStore(Servers servers) {
    this.servers = servers;
    this.client = servers.kubernetes.client();
    this.records = new StoreRecords(client, "uruimi-system");
  }

  void request(int attempt, String engine, Map<String, Object> values) {
    servers.log.say(Stores.request(id, attempt, engine, values));
  }

  /** Asks for the same in another size. */
  void resize(int attempt, String engine, String plan) {
    var store = Stores.request(id, attempt, engine).store().sized(plan);
    servers.log.say(new StoreRequested(id, attempt, store));
  }

  List<String> saidIds() {
    return servers.log.answers(id).stream().map(StoreEvent::id).toList();
  }

  /** The release's revision of this attempt, once nobody works on the store any more. */
  int awaitInstalled(int attempt) {
    await().atMost(LONG).until(() -> installed(attempt).isPresent());
    await().atMost(LONG).until(() -> status().claim() == null);
    return installed(attempt).orElseThrow().revision();
  }

  private java.util.Optional<StoreInstalled> installed(int attempt) {
    return servers.log.answers(id).stream()
        .filter(event -> event instanceof StoreInstalled && event.attempt() == attempt)
        .map(StoreInstalled.class::cast)
        .findFirst();
  }

  StoreRecordStatus status() {
    return records.find(id).orElseThrow().getStatus();
  }

  /** As the watcher says. */
  void isReady(int attempt) {
    var verdict = Verdict.found(attempt, 1, 1, Verdict.State.READY, null, Instant.now()).said(1);
    records.change(id, record -> record.with(record.getStatus().with(verdict)));
  }

  /** As cleanup does when a delete request arrives. */
  void mustGo() {
    records.change(id, (StoreRecord record) -> record.with(record.getSpec().absent(1, null)));
  }

  Secret credentials() {
    return client.secrets().inNamespace(id.namespace()).withName("shop-credentials").get();
  }

  /** Helm's own records of the release. */
  List<Secret> releases() {
    return client
        .secrets()
        .inNamespace(id.namespace())
        .withLabel("owner", "helm")
        .list()
        .getItems();
  }

  List<String> releaseStatuses() {
    return releases().stream().map(s -> s.getMetadata().getLabels().get("status")).toList();
  }

  /** The uid of the pod that Helm waits for, once there is one other than this. */
  String awaitHook(String other) {
    await().atMost(LONG).until(() -> !hook().isEmpty() && !hook().equals(other));
    return hook();
  }

  String hook() {
    var hook = client.pods().inNamespace(id.namespace()).withName("hook").get();
    return hook == null ? "" : hook.getMetadata().getUid();
  }

  /** As the kubelet says; nothing when Helm has just removed the pod for a newer attempt. */
  void hookSucceeds() {
    try {
      client
          .pods()
          .inNamespace(id.namespace())
          .withName("hook")
          .editStatus(
              pod -> {
                pod.getStatus().setPhase("Succeeded");
                return pod;
              });
    } catch (KubernetesClientException e) {
      if (e.getCode() != HTTP_NOT_FOUND && e.getCode() != HTTP_CONFLICT) {
        throw e;
      }
    }
  }
}
