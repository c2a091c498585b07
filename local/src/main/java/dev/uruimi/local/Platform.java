package dev.uruimi.local;

import dev.uruimi.local.build.BuildGraph;
import dev.uruimi.local.build.BuildNode;
import dev.uruimi.local.build.ImageFolders;
import dev.uruimi.local.build.Machine;
import dev.uruimi.local.cluster.HelmProgram;
import dev.uruimi.local.cluster.ImageBuild;
import dev.uruimi.local.cluster.ImageFolder;
import dev.uruimi.local.cluster.ProgramSearch;
import dev.uruimi.local.cluster.SimulatedCluster;
import dev.uruimi.local.cluster.TargetCluster;
import dev.uruimi.local.clusterchoice.ClusterChoice;
import dev.uruimi.local.clusterchoice.ContextCluster;
import dev.uruimi.local.clusterchoice.IngressAddress;
import dev.uruimi.local.kafka.Kafka;
import dev.uruimi.local.postgres.Postgres;
import dev.uruimi.local.process.BuildTask;
import dev.uruimi.local.process.ContentHash;
import dev.uruimi.local.process.Graph;
import dev.uruimi.local.process.Part;
import dev.uruimi.local.process.Program;
import dev.uruimi.local.process.Requirement;
import dev.uruimi.local.process.Target;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.proxy.FaultProxyUnit;
import dev.uruimi.local.secrets.Tokens;
import dev.uruimi.local.services.OfferedEngines;
import dev.uruimi.local.services.ServiceClocks;
import dev.uruimi.local.services.ServiceEnvironment;
import dev.uruimi.local.services.Services;
import dev.uruimi.local.services.ServicesBuild;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that runs on this machine, put together in one place. */
final class Platform {

  /** The engine whose pods simulated nodes take. */
  private static final String SIMULATED_ENGINE = "bench";

  private final UruimiHome home;
  private final Extras extras;
  private final ClusterChoice choice;
  private final TargetCluster cluster;
  private final Postgres postgres;
  private final ImageFolders images;
  private final ServicesBuild services;

  /** With what it was last asked for. */
  static Platform of(UruimiHome home) throws IOException {
    return of(home, Extras.read(home));
  }

  /** In the cluster that was chosen. */
  static Platform of(UruimiHome home, Extras extras) throws IOException {
    return new Platform(home, extras, new ClusterOfInstallation(home, System.getenv()).known());
  }

  Platform(UruimiHome home, Extras extras, ClusterChoice choice) {
    this.home = home;
    this.extras = extras;
    this.choice = choice;
    this.services = new ServicesBuild(home);
    this.cluster = ClusterOfInstallation.of(home, choice, extras, System.getenv());
    this.postgres = new Postgres(home, Postgres.USUAL_PORT);
    this.images = new ImageFolders(home.repository().resolve("images"));
  }

  /** What the machine must have. */
  List<Requirement> requirements() {
    var all = new ArrayList<>(cluster.needs());
    if (!loadedImages().isEmpty()) {
      all.addAll(images.requirements());
    }
    if (extras.faults()) {
      all.add(ServiceClocks.requirement());
    }
    all.add(program("mvn", "compiles the services", "maven"));
    all.add(program("npm", "builds the dashboard", "npm"));
    if (Machine.here().root()) {
      all.add(program("unshare", "lets Postgres run beside root", "util-linux"));
    }
    var names = new HashSet<String>();
    all.removeIf(requirement -> !names.add(requirement.name()));
    return all;
  }

  /** What the tests need besides. */
  List<Requirement> testRequirements() {
    return List.of(
        program("mvn", "compiles the services", "maven"),
        program("npm", "builds the dashboard", "npm"),
        program("chromium", "shows the dashboard to its tests", "chromium"));
  }

  /** What must be in the cache before the first start; the longest first. */
  BuildGraph buildGraph() {
    var tasks = new ArrayList<BuildTask>();
    loadedImages().forEach(name -> tasks.add(new ImageBuild(home, name)));
    tasks.addAll(cluster.buildTasks());
    if (!extras.onlyCluster()) {
      tasks.add(postgres.binaries());
      if (HelmProgram.needed(System.getenv(), Target.here())) {
        tasks.add(HelmProgram.of(home));
      }
      tasks.add(services);
    }
    return new BuildGraph(tasks.stream().map(BuildNode::of).toList());
  }

  /** The part of it that integration tests need: no images. */
  BuildGraph serversGraph() {
    var programs = new ArrayList<>(cluster.buildTasks());
    programs.removeIf(task -> task instanceof ImageBuild);
    programs.add(HelmProgram.of(home));
    return new BuildGraph(programs.stream().map(BuildNode::of).toList());
  }

  /**
   * Processes and steps, and what they require of each other.
   *
   * @param program starts the parts that are JVMs of this code
   * @param built the services to run
   * @param engines what they offer
   */
  Graph graph(Program program, Path built, Path engines) throws IOException {
    var parts = new ArrayList<Part>();
    parts.addAll(cluster.parts(IngressPort.read(home), VolumesCommand.commandLine(program)));
    images.names().forEach(name -> cluster.image(name).ifPresent(parts::add));
    if (extras.onlyCluster()) {
      return new Graph(parts);
    }
    parts.add(Kafka.USUAL.unit(home, program));
    parts.addAll(postgres.parts());
    parts.add(new Tokens(home).step());
    if (extras.faults()) {
      parts.addAll(new FaultProxyUnit(home).parts(FaultProxyCommand.commandLine(program)));
      parts.add(new ServiceClocks(home).step());
    }
    parts.addAll(services(built, engines).parts());
    return new Graph(parts);
  }

  /** The services of the sources as they are now. */
  Path services() {
    return services.folder();
  }

  /** Tells whether the images, and where the shops are reached, are still the same. */
  String images() throws IOException {
    var hashes = new StringBuilder(ingress() + " " + simulated());
    for (var name : loadedImages()) {
      hashes.append(new ImageFolder(home, name, System.getenv()).hash());
    }
    return ContentHash.of(hashes.toString());
  }

  /** Names of the images that are brought to the cluster; none where it pulls them itself. */
  private List<String> loadedImages() {
    return images.names().stream().filter(name -> cluster.image(name).isPresent()).toList();
  }

  /** Engines that cannot be offered here, and why. */
  Map<String, String> withoutImages() throws IOException {
    var why = new TreeMap<String, String>();
    if (choice.simulated()) {
      OfferedEngines.names(OfferedEngines.source(home, System.getenv()))
          .forEach(name -> why.put(name, "its pods need a node that really runs them"));
      return why;
    }
    for (var name : loadedImages()) {
      new ImageFolder(home, name, System.getenv()).skipped().ifPresent(it -> why.put(name, it));
    }
    return why;
  }

  /** The engines to offer. */
  Path engines() throws Exception {
    var source = OfferedEngines.source(home, System.getenv());
    return new OfferedEngines(home, source, optionalEngines(), withoutImages().keySet()).folder();
  }

  /** Folders of engines that were asked for by name. */
  private List<Path> optionalEngines() {
    var names = new LinkedHashSet<>(extras.engines());
    if (choice.simulated()) {
      names.add(SIMULATED_ENGINE);
    }
    return names.stream().map(name -> OfferedEngines.optional(home, name)).toList();
  }

  /** Where all shops are reached. */
  IngressAddress ingress() throws IOException {
    return switch (choice) {
      case ClusterChoice.Embedded _, ClusterChoice.Simulated _ ->
          IngressAddress.own(IngressPort.read(home));
      case ClusterChoice.Context _, ClusterChoice.Made _ ->
          IngressAddress.found(home).orElse(IngressAddress.own(IngressPort.read(home)));
    };
  }

  ClusterChoice choice() {
    return choice;
  }

  TargetCluster cluster() {
    return cluster;
  }

  /** Whether any node only pretends to run pods. */
  boolean simulated() {
    return choice.simulated() || extras.simulatedNodes() > 0 || ContextCluster.simulated(home);
  }

  /** How many nodes only pretend to run pods. */
  int simulatedNodes() {
    return choice.simulated()
        ? SimulatedCluster.nodes(extras.simulatedNodes())
        : extras.simulatedNodes();
  }

  Extras extras() {
    return extras;
  }

  /** The services, for whoever starts one beside the supervised ones. */
  Services services(Path built, Path engines) throws IOException {
    return new Services(
        home,
        built,
        new ServiceEnvironment(
            home,
            postgres.passwordFile(),
            ingress(),
            engines,
            simulated(),
            extras.faults(),
            System.getenv()));
  }

  private static Requirement program(String name, String why, String debianPackage) {
    return new Requirement(
        name, why, debianPackage, "install " + name, () -> ProgramSearch.find(name).isPresent());
  }
}
