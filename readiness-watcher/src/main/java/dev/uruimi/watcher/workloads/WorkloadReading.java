package dev.uruimi.watcher.workloads;

import dev.uruimi.events.StoreId;
import dev.uruimi.watcher.cluster.Reads;
import dev.uruimi.watcher.probe.LastCheck;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a store's workloads from the API server: the facts that verdicts are made from hold less,
 * and keeping more of every pod would cost more memory than a page is worth.
 */
public final class WorkloadReading {

  private static final Duration LIMIT = Duration.ofMillis(2200);

  private final KubernetesClient client;
  private final Function<StoreId, @Nullable LastCheck> checks;
  private final Clock clock;

  public WorkloadReading(
      KubernetesClient client, Function<StoreId, @Nullable LastCheck> checks, Clock clock) {
    this.client = client;
    this.checks = checks;
    this.clock = clock;
  }

  /**
   * The workloads as they are now; none when there is no such store.
   *
   * @throws Reads.UnreadableException when the API server does not answer in time
   */
  public Workloads of(StoreId id) {
    var name = id.namespace();
    try (var reads = Reads.within(LIMIT)) {
      var pods = reads.start(() -> client.pods().inNamespace(name).list().getItems());
      var claims =
          reads.start(() -> client.persistentVolumeClaims().inNamespace(name).list().getItems());
      var quotas = reads.start(() -> client.resourceQuotas().inNamespace(name).list().getItems());
      var namespace = reads.start(() -> Holding.of(client.namespaces().withName(name).get()));
      return new Workloads(
          clock.instant(),
          PodStates.of(pods.get()),
          VolumeState.of(claims.get()),
          QuotaUse.of(quotas.get()),
          checks.apply(id),
          namespace.get());
    }
  }
}
