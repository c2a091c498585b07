package dev.uruimi.watcher.cluster;

import dev.uruimi.events.StoreId;
import dev.uruimi.watcher.diagnosis.Observation;
import dev.uruimi.watcher.diagnosis.Pod;
import dev.uruimi.watcher.diagnosis.SetupJob;
import dev.uruimi.watcher.diagnosis.VolumeClaim;
import dev.uruimi.watcher.diagnosis.Warning;
import dev.uruimi.watcher.diagnosis.Workload;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One informer per kind over all namespaces. ReplicaSets are not followed: what they cannot do
 * shows in their Deployment's conditions.
 */
public final class ClusterSight implements Sight, AutoCloseable {

  private final Facts<String> namespaces = new Facts<>();
  private final Facts<Workload> workloads = new Facts<>();
  private final Facts<SetupJob> jobs = new Facts<>();
  private final Facts<Pod> pods = new Facts<>();
  private final Facts<VolumeClaim> claims = new Facts<>();
  private final Facts<Warning> warnings = new Facts<>();
  private final Consumer<StoreId> changed;
  private final CrashLogs crashLogs;
  private final List<Informer<?>> informers;

  /**
   * @param changed is told of every store of which something changed
   * @param everyPod is told of all pods, those that are no store's, too
   */
  public ClusterSight(
      KubernetesClient client,
      CrashLogs crashLogs,
      Consumer<StoreId> changed,
      ResourceEventHandler<io.fabric8.kubernetes.api.model.Pod> everyPod) {
    this.changed = changed;
    this.crashLogs = crashLogs;
    this.informers =
        List.of(
            namespaceInformer(client),
            informer(
                "Deployment",
                client.apps().deployments().inAnyNamespace(),
                Deployment::new,
                workloads,
                Translation::workload),
            informer(
                "StatefulSet",
                client.apps().statefulSets().inAnyNamespace(),
                StatefulSet::new,
                workloads,
                Translation::workload),
            informer(
                "Job",
                client.batch().v1().jobs().inAnyNamespace(),
                Job::new,
                jobs,
                Translation::job),
            new Informer<>(
                "Pod",
                client.pods().inAnyNamespace(),
                io.fabric8.kubernetes.api.model.Pod::new,
                List.of(handler("Pod", pods, PodTranslation::pod), everyPod)),
            informer(
                "PersistentVolumeClaim",
                client.persistentVolumeClaims().inAnyNamespace(),
                PersistentVolumeClaim::new,
                claims,
                Translation::claim),
            informer(
                "Event",
                client.v1().events().inAnyNamespace().withField("type", "Warning"),
                Event::new,
                warnings,
                Translation::warning));
  }

  /** Starts what does not run. Returns at once. */
  public void ensureRunning() {
    informers.forEach(Informer::ensureRunning);
  }

  /** Kinds whose informer does not watch now. */
  public List<String> blind() {
    return informers.stream().filter(i -> !i.isTrusted()).map(Informer::kind).toList();
  }

  @Override
  public Optional<Observation> of(StoreId id, Observation.Phase phase, Instant now) {
    return blind().isEmpty() ? Optional.of(observe(id, phase, now)) : Optional.empty();
  }

  private Observation observe(StoreId id, Observation.Phase phase, Instant now) {
    return new Observation(
        now,
        id.namespace(),
        phase,
        !namespaces.of(id).isEmpty(),
        sorted(workloads.of(id), Workload::name),
        sorted(jobs.of(id), SetupJob::name),
        sorted(pods.of(id), Pod::name).stream().map(pod -> crashLogs.explain(id, pod)).toList(),
        sorted(claims.of(id), VolumeClaim::name),
        warnings.of(id),
        null,
        Map.of());
  }

  /** In a steady order, so that the same trouble is always told of the same object. */
  private static <F> List<F> sorted(List<F> facts, Function<F, String> name) {
    var sorted = new ArrayList<>(facts);
    sorted.sort(Comparator.comparing(name));
    return sorted;
  }

  @Override
  public Collection<StoreId> stores() {
    var stores = new HashSet<>(namespaces.stores());
    stores.addAll(workloads.stores());
    return stores;
  }

  @Override
  public void close() {
    informers.forEach(Informer::close);
  }

  private <T extends HasMetadata, F> Informer<T> informer(
      String kind,
      Informable<T> objects,
      Supplier<T> empty,
      Facts<F> facts,
      Function<T, Optional<? extends F>> translation) {
    return new Informer<>(kind, objects, empty, List.of(handler(kind, facts, translation)));
  }

  private <T extends HasMetadata, F> ResourceEventHandler<T> handler(
      String kind, Facts<F> facts, Function<T, Optional<? extends F>> translation) {
    return new FactHandler<>(
        kind, object -> object.getMetadata().getNamespace(), facts, translation, changed);
  }

  private Informer<Namespace> namespaceInformer(KubernetesClient client) {
    return new Informer<>(
        "Namespace",
        client.namespaces(),
        Namespace::new,
        List.of(
            new FactHandler<>(
                "Namespace",
                namespace -> namespace.getMetadata().getName(),
                namespaces,
                namespace ->
                    Translation.isLeaving(namespace)
                        ? Optional.empty()
                        : Optional.of(namespace.getMetadata().getName()),
                changed)));
  }
}
