package dev.uruimi.local.cluster;

import dev.uruimi.local.process.BuildTask;
import dev.uruimi.local.process.Part;
import dev.uruimi.local.process.Requirement;
import dev.uruimi.local.process.Step;
import dev.uruimi.local.process.UruimiHome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A real control plane and nodes that only pretend to run pods; needs neither root nor containers,
 * and no network but loopback.
 */
public final class SimulatedCluster implements TargetCluster {

  private static final int USUAL_NODES = 2;

  private final ClusterFiles files;
  private final Binaries binaries;
  private final SimulatedNodes nodes;

  /**
   * @param nodes how many; none: the usual number
   */
  public SimulatedCluster(UruimiHome home, int nodes) {
    this.files = new ClusterFiles(home);
    this.binaries = new Binaries(home.cache());
    this.nodes = new SimulatedNodes(files, binaries, nodes(nodes));
  }

  /**
   * How many nodes it has.
   *
   * @param wished how many; none: the usual number
   */
  public static int nodes(int wished) {
    return wished > 0 ? wished : USUAL_NODES;
  }

  @Override
  public List<Requirement> needs() {
    // KWOK is always compiled
    return ClusterRequirements.simulated(() -> false);
  }

  @Override
  public List<BuildTask> buildTasks() {
    var tasks = new ArrayList<>(binaries.controlPlaneTasks());
    tasks.add(binaries.simulation());
    return tasks;
  }

  @Override
  public List<Part> parts(int ingressPort, List<String> volumeCommand) {
    var config = new ConfigFiles(files, ingressPort, "");
    var kubectl = new Kubectl(files, binaries);
    var parts = new ArrayList<Part>();
    parts.add(
        Step.of(
            EmbeddedCluster.CERTIFICATES,
            List.of(),
            progress -> {
              new Certificates(files, Clock.systemUTC()).ensure(progress);
              config.write();
            }));
    var required = new ArrayList<String>();
    var running = new ArrayList<Part>(ControlPlane.onLoopback(files, binaries).units());
    running.add(new NodeServices(files, config, binaries).ingress());
    running.add(VolumeProvisioner.unit(files, volumeCommand));
    running.addAll(nodes.parts(config));
    running.forEach(part -> required.add(part.name()));
    parts.addAll(running);
    parts.add(Step.of(OBJECTS, List.of("kube-apiserver"), kubectl::applyObjects));
    parts.add(Step.of(READY, required, Step.Action.NONE));
    return List.copyOf(parts);
  }

  @Override
  public Optional<Part> image(String name) {
    return Optional.empty();
  }
}
