package dev.uruimi.local.cluster;

import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.Unit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Our own containerd, apart from any that the system runs. */
final class Containerd {

  static final String NAME = "containerd";
  static final Path CNI_PLUGINS = Path.of("/usr/lib/cni");

  /** Where the kubelet's containers and images are. */
  private static final String NAMESPACE = "k8s.io";

  private final ClusterFiles files;

  Containerd(ClusterFiles files) {
    this.files = files;
  }

  Unit unit(ConfigFiles config) {
    return Unit.of(
            NAME,
            files.home().data("kubernetes"),
            List.of("containerd", "--config", files.config("containerd.toml").toString()))
        .requiring(EmbeddedCluster.NODE)
        .withEnvironment(config.changesWith("containerd.toml"))
        .readyWhen(() -> ctr("version").succeeds())
        .withTimeouts(Duration.ofSeconds(60), Duration.ofSeconds(10));
  }

  /** The client program, for this containerd and the namespace of the kubelet. */
  Command ctr(String... arguments) {
    var command =
        new ArrayList<>(List.of("ctr", "-a", files.containerdSocket().toString(), "-n", NAMESPACE));
    command.addAll(List.of(arguments));
    return Command.of(command);
  }
}
