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

/**
 * A real Kubernetes with one real node, made of processes of this machine. Needs Linux and root.
 * What uses the cluster requires the part {@link #READY}.
 */
public final class EmbeddedCluster {

  /** The part that is ready once pods run, names resolve, volumes bind and the ingress routes. */
  public static final String READY = "cluster";

  static final String CERTIFICATES = "certificates";
  static final String NETWORK = "network";
  static final String NODE = "node";
  static final String PODS = "pods";

  /** The part that is ready once the API server answers and holds what every cluster has. */
  public static final String OBJECTS = "cluster-objects";

  static final String VOLUMES = "volumes";

  private final UruimiHome home;
  private final ClusterFiles files;
  private final Binaries binaries;

  public EmbeddedCluster(UruimiHome home) {
    this.home = home;
    this.files = new ClusterFiles(home);
    this.binaries = new Binaries(home.cache());
  }

  /** What the machine must have. */
  public static List<Requirement> requirements() {
    return ClusterRequirements.all();
  }

  /** What must be built before {@link #parts}; images of shops not among them. */
  public List<BuildTask> buildTasks() {
    var tasks = new ArrayList<>(binaries.tasks());
    tasks.add(new ImageBuild(home, "pause"));
    return tasks;
  }

  /** The {@code kubectl} that fits this cluster. */
  public Path kubectl() {
    return binaries.path("kubectl");
  }

  /**
   * All processes and steps of the cluster.
   *
   * @param ingressPort where the ingress listens on loopback
   * @param volumeCommand starts {@link VolumeProvisioner}; the folder for the volumes and the
   *     kubeconfig are appended
   */
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
    parts.add(VolumeProvisioner.unit(files, volumeCommand));
    parts.add(
        Step.of(
            READY,
            List.of(
                Kubelet.NAME,
                "kube-controller-manager",
                "kube-scheduler",
                "kube-proxy",
                "coredns",
                "traefik",
                VOLUMES),
            this::awaitNode));
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
