package dev.uruimi.helm;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * Helm by its own command, a process for every call. Release states are read from Helm's storage,
 * without Helm.
 */
final class CliHelmRunner implements Helm {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PoolDirectory directory;
  private final HelmCommand command;
  private final ReleaseStorage storage;
  private final Semaphore atOnce;
  private final Duration timeout;

  private CliHelmRunner(PoolDirectory directory, ReleaseStorage storage, HelmSettings settings) {
    this.directory = directory;
    this.command = new HelmCommand(settings.program(), directory, settings.kubeconfig());
    this.storage = storage;
    this.atOnce = new Semaphore(settings.workers(), true);
    this.timeout = settings.timeout();
  }

  static CliHelmRunner started(HelmSettings settings, KubernetesClient client) {
    return new CliHelmRunner(PoolDirectory.create(), new ReleaseStorage(client), settings);
  }

  @Override
  public ReleaseState status(String namespace, String release) {
    return storage.newest(namespace, release);
  }

  @Override
  public int install(Installation installation) {
    return revision(
        withValues(installation, values -> run(HelmArguments.install(installation, values))));
  }

  @Override
  public int upgrade(Installation installation) {
    var revision =
        revision(
            withValues(installation, values -> run(HelmArguments.upgrade(installation, values))));
    storage.keepNewest(installation.namespace(), installation.release(), ReleaseStorage.HISTORY);
    return revision;
  }

  @Override
  public String render(Installation installation, String kubernetesVersion) {
    return withValues(
        installation,
        values -> run(HelmArguments.template(installation, values, kubernetesVersion)));
  }

  @Override
  public void uninstall(String namespace, String release) {
    run(HelmArguments.uninstall(namespace, release));
  }

  @Override
  public void abandon(String namespace, String release, int revision) {
    storage.forgetUnfinished(namespace, release, revision);
  }

  /** Process ids of the calls under way. */
  Set<Long> processes() {
    return command.pids();
  }

  @Override
  public void close() {
    command.close();
    directory.delete();
  }

  private <T> T withValues(Installation installation, Function<Path, T> call) {
    try {
      var values = directory.writeValues(installation.values());
      try {
        return call.apply(values);
      } finally {
        Files.deleteIfExists(values);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String run(List<String> arguments) {
    var end = System.nanoTime() + timeout.toNanos();
    try {
      if (!atOnce.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new HelmException(
            HelmFailure.TIMED_OUT, "no Helm call ended within " + timeout.toSeconds() + " s");
      }
      try {
        return command.run(arguments, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
      } finally {
        atOnce.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HelmException(HelmFailure.WORKER_LOST, "interrupted", e);
    }
  }

  private static int revision(String release) {
    return JSON.readTree(release).path("version").asInt();
  }
}
