package dev.uruimi.local.cluster;

import dev.uruimi.local.process.BuildTask;
import dev.uruimi.local.process.Part;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.Requirement;
import dev.uruimi.local.process.Step;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.process.Waiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A real Kubernetes with one real node, made of processes of this machine. Needs Linux and root.
 * What uses the cluster requires the part {@link #READY}.
 */
public final class EmbeddedCluster implements TargetCluster {

  static final String CERTIFICATES = "certificates";
  static final String NETWORK = "network";
  static final String NODE = "node";
  static final String PODS = "pods";

  static final String VOLUMES = "volumes";

  private static final List<String> NEEDED_BY_PODS =
      List.of(
          Kubelet.NAME,
          "kube-controller-manager",
          "kube-scheduler",
          "kube-proxy",
          "coredns",
          "traefik",
          VOLUMES);

  private final UruimiHome home;
  private final ClusterFiles files;
  private final Binaries binaries;
  private final SimulatedNodes simulated;

  /** With the real node alone. */
  public EmbeddedCluster(UruimiHome home) {
    this(home, 0);
  }

  /**
   * @param simulatedNodes how many nodes beside the real one only pretend to run pods
   */
  public EmbeddedCluster(UruimiHome home, int simulatedNodes) {
    this.home = home;
    this.files = new ClusterFiles(home);
    this.binaries = new Binaries(home.cache());
    this.simulated = new SimulatedNodes(files, binaries, simulatedNodes);
  }

  @Override
  public List<Requirement> needs() {
    return ClusterRequirements.all(() -> simulated.count() == 0 && binaries.comeWithoutCompiler());
  }

  @Override
  public List<BuildTask> buildTasks() {
    var tasks = new ArrayList<>(binaries.tasks());
    tasks.add(new ImageBuild(home, "pause"));
    if (simulated.count() > 0) {
      tasks.add(binaries.simulation());
    }
    return tasks;
  }

  /** The {@code kubectl} that fits this cluster. */
  public Path kubectl() {
    return binaries.path("kubectl");
  }

  @Override
  public Optional<Part> image(String name) {
    return Optional.of(Images.step(home, name));
  }

  @Override
  public List<Part> parts(int ingressPort, List<String> volumeCommand) {
    var config = new ConfigFiles(files, ingressPort, resolvConf());
    var network = new Network(files);
    var node = new Node(files, Cgroups.of(home), Waiter.REAL);
    var kubectl = new Kubectl(files, binaries);
    var parts = new ArrayList<Part>();
    parts.add(
        Step.of(
            CERTIFICATES,
            List.of(),
            progress -> {
              new Certificates(files, Clock.systemUTC()).ensure(progress);
              config.write();
            }));
    parts.add(new Step(NETWORK, List.of(), network::create, network::remove));
    parts.add(new Step(NODE, List.of(CERTIFICATES, NETWORK), node::create, node::remove));
    parts.add(new Containerd(files).unit(config));
    parts.add(new Step(PODS, List.of(Containerd.NAME), Step.Action.NONE, node::endContainers));
    parts.add(Images.step(home, "pause"));
    parts.addAll(new ControlPlane(files, binaries).units());
    parts.add(Kubelet.unit(files, config, binaries));
    parts.addAll(new NodeServices(files, config, binaries).units());
    parts.add(Step.of(OBJECTS, List.of("kube-apiserver"), kubectl::applyObjects));
    var simulation = simulated.parts(config);
    parts.addAll(simulation);
    parts.add(VolumeProvisioner.unit(files, volumeCommand));
    var required = new ArrayList<>(NEEDED_BY_PODS);
    simulation.forEach(part -> required.add(part.name()));
    parts.add(Step.of(READY, required, this::awaitNode));
    return List.copyOf(parts);
  }

  private void awaitNode(Progress progress) throws IOException, InterruptedException {
    progress.line("waiting for the node");
    new Kubectl(files, binaries).awaitReadyNode();
  }

  private static String resolvConf() {
    try {
      return Files.readString(Path.of("/etc/resolv.conf"));
    } catch (IOException e) {
      return "";
    }
  }
}
