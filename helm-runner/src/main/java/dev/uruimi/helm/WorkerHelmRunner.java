package dev.uruimi.helm;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Helm in worker processes that can be killed: its native library knows no cancellation. Release
 * states are read from Helm's storage, without Helm.
 */
public final class WorkerHelmRunner implements Helm {

  private final PoolDirectory directory;
  private final WorkerPool pool;
  private final ReleaseStorage storage;
  private final Duration timeout;
  private final @Nullable Path kubeconfig;
  private final AtomicLong ids = new AtomicLong();

  private WorkerHelmRunner(
      PoolDirectory directory, WorkerPool pool, ReleaseStorage storage, HelmSettings settings) {
    this.directory = directory;
    this.pool = pool;
    this.storage = storage;
    this.timeout = settings.timeout();
    this.kubeconfig = settings.kubeconfig();
  }

  /**
   * Starts the workers and does not wait for them.
   *
   * @param client for the same cluster as the settings' kubeconfig
   */
  public static WorkerHelmRunner started(HelmSettings settings, KubernetesClient client) {
    var directory = PoolDirectory.create();
    var pool = new WorkerPool(new HelmWorkerLauncher(directory), settings.workers());
    return new WorkerHelmRunner(directory, pool, new ReleaseStorage(client), settings);
  }

  @Override
  public ReleaseState status(String namespace, String release) {
    return storage.newest(namespace, release);
  }

  @Override
  public int install(Installation installation) {
    return apply(Request.Call.INSTALL, installation).revision();
  }

  @Override
  public String render(Installation installation, String kubernetesVersion) {
    return Objects.requireNonNull(
        apply(Request.Call.TEMPLATE, installation, kubernetesVersion).text());
  }

  @Override
  public int upgrade(Installation installation) {
    var revision = apply(Request.Call.UPGRADE, installation).revision();
    storage.keepNewest(installation.namespace(), installation.release(), ReleaseStorage.HISTORY);
    return revision;
  }

  @Override
  public void uninstall(String namespace, String release) {
    call(
        new Request(
            ids.incrementAndGet(),
            Request.Call.UNINSTALL,
            namespace,
            release,
            null,
            List.of(),
            null,
            kubeconfigText(),
            timeout.toMillis()));
  }

  @Override
  public void abandon(String namespace, String release, int revision) {
    storage.forgetUnfinished(namespace, release, revision);
  }

  /** How many workers wait for calls. */
  public int idleWorkers() {
    return pool.idle();
  }

  /** Process ids of the workers. */
  public java.util.Set<Long> workers() {
    return pool.pids();
  }

  /** Kills the workers; calls under way fail. */
  @Override
  public void close() {
    pool.close();
    directory.delete();
  }

  private Answer apply(Request.Call call, Installation installation) {
    return apply(call, installation, null);
  }

  private Answer apply(
      Request.Call call, Installation installation, @Nullable String kubernetesVersion) {
    try {
      var values = directory.writeValues(installation.values());
      try {
        var files = new ArrayList<>(installation.valuesFiles());
        files.add(values);
        return call(request(call, installation, files, kubernetesVersion));
      } finally {
        Files.deleteIfExists(values);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Request request(
      Request.Call call,
      Installation installation,
      List<Path> files,
      @Nullable String kubernetesVersion) {
    return new Request(
        ids.incrementAndGet(),
        call,
        installation.namespace(),
        installation.release(),
        installation.chart().toAbsolutePath().toString(),
        files.stream().map(file -> file.toAbsolutePath().toString()).toList(),
        installation.description(),
        kubeconfigText(),
        timeout.toMillis(),
        kubernetesVersion);
  }

  private @Nullable String kubeconfigText() {
    return kubeconfig == null ? null : kubeconfig.toAbsolutePath().toString();
  }

  private Answer call(Request request) {
    try {
      var answer = pool.call(request, timeout);
      var error = answer.error();
      if (error != null) {
        throw new HelmException(FailureTexts.kindOf(error), error);
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HelmException(HelmFailure.WORKER_LOST, "interrupted", e);
    }
  }
}
