package dev.uruimi.local.cluster;

import dev.uruimi.local.process.Readiness;
import dev.uruimi.local.process.Unit;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Gives each claim of our storage class a folder that any user may write, as k3s' local-path does,
 * and removes folder and volume once the claim is gone.
 */
public final class VolumeProvisioner {

  private static final Duration RESYNC = Duration.ofSeconds(30);

  private final KubernetesClient client;
  private final VolumeFolders folders;

  VolumeProvisioner(KubernetesClient client, VolumeFolders folders) {
    this.client = client;
    this.folders = folders;
  }

  static Unit unit(ClusterFiles files, List<String> command) {
    var ready = files.home().run().resolve("volumes-ready");
    var full = new ArrayList<>(command);
    full.add(files.volumes().toString());
    full.add(files.home().kubeconfig().toString());
    full.add(ready.toString());
    return Unit.of(EmbeddedCluster.VOLUMES, files.home().data("kubernetes"), full)
        .requiring(TargetCluster.OBJECTS)
        .readyWhen(Readiness.file(ready));
  }

  /** Works until the process is ended; creates the file {@code ready} once it watches. */
  public static void run(Path folder, Path kubeconfig, Path ready)
      throws IOException, InterruptedException {
    Files.deleteIfExists(ready);
    var config = Config.fromKubeconfig(kubeconfig.toFile());
    try (var client = new KubernetesClientBuilder().withConfig(config).build()) {
      new VolumeProvisioner(client, new VolumeFolders(folder)).start();
      Files.writeString(ready, "");
      new CountDownLatch(1).await();
    }
  }

  private void start() {
    client
        .persistentVolumeClaims()
        .inAnyNamespace()
        .inform(new OnEach<>(this::claimed), RESYNC.toMillis());
    client.persistentVolumes().inform(new OnEach<>(this::released), RESYNC.toMillis());
  }

  private void claimed(PersistentVolumeClaim claim) throws IOException {
    if (LocalVolumes.wants(claim)) {
      var name = LocalVolumes.name(claim);
      var path = folders.create(name);
      if (client.persistentVolumes().withName(name).get() == null) {
        client.resource(LocalVolumes.volume(claim, path)).create();
      }
    }
  }

  private void released(PersistentVolume volume) throws IOException {
    if (LocalVolumes.isReleased(volume)) {
      folders.delete(volume.getMetadata().getName());
      client.persistentVolumes().withName(volume.getMetadata().getName()).delete();
    }
  }
}
