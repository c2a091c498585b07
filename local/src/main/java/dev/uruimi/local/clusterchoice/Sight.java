package dev.uruimi.local.clusterchoice;

import dev.uruimi.local.build.DockerDaemon;
import dev.uruimi.local.build.Machine;
import dev.uruimi.local.cluster.ProgramSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the machine; changes nothing. */
public final class Sight {

  private static final Path K3S = Path.of("/etc/rancher/k3s");
  private static final Path CGROUPS = Path.of("/sys/fs/cgroup");

  private Sight() {}

  public static Seen of(Machine machine, Map<String, String> environment)
      throws IOException, InterruptedException {
    var kubeconfigs = Kubeconfigs.of(environment);
    var tools = tools();
    // a Docker without the tools is of no use here; asking it may take seconds
    var docker = !tools.isEmpty() && DockerDaemon.answers();
    var root = machine.linux() && machine.root();
    return new Seen(
        kubeconfigs.contexts(),
        kubeconfigs.current(),
        machine.linux(),
        machine.root(),
        Files.isDirectory(K3S),
        docker,
        tools,
        root ? new ContainerProbe(CGROUPS).refusal() : Optional.empty());
  }

  private static List<Distribution> tools() {
    var found = new ArrayList<Distribution>();
    if (ProgramSearch.find("kind").isPresent()) {
      found.add(Distribution.KIND);
    }
    if (ProgramSearch.find("k3d").isPresent()) {
      found.add(Distribution.K3D);
    }
    return found;
  }
}
