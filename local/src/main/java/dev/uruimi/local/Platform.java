package dev.uruimi.local;

import dev.uruimi.local.build.BuildGraph;
import dev.uruimi.local.build.BuildNode;
import dev.uruimi.local.build.ImageFolders;
import dev.uruimi.local.cluster.EmbeddedCluster;
import dev.uruimi.local.cluster.ImageBuild;
import dev.uruimi.local.cluster.ImageFolder;
import dev.uruimi.local.cluster.Images;
import dev.uruimi.local.cluster.ProgramSearch;
import dev.uruimi.local.kafka.Kafka;
import dev.uruimi.local.postgres.Postgres;
import dev.uruimi.local.process.BuildTask;
import dev.uruimi.local.process.ContentHash;
import dev.uruimi.local.process.Graph;
import dev.uruimi.local.process.Part;
import dev.uruimi.local.process.Program;
import dev.uruimi.local.process.Requirement;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.services.OfferedEngines;
import dev.uruimi.local.services.ServiceEnvironment;
import dev.uruimi.local.services.Services;
import dev.uruimi.local.services.ServicesBuild;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that runs on this machine, put together in one place. */
final class Platform {

  private final UruimiHome home;
  private final EmbeddedCluster cluster;
  private final Postgres postgres;
  private final ImageFolders images;
  private final ServicesBuild services;

  Platform(UruimiHome home) {
    this.home = home;
    this.services = new ServicesBuild(home);
    this.cluster = new EmbeddedCluster(home);
    this.postgres = new Postgres(home, Postgres.USUAL_PORT);
    this.images = new ImageFolders(home.repository().resolve("images"));
  }

  /** What the machine must have. */
  List<Requirement> requirements() {
    var all = new ArrayList<>(EmbeddedCluster.requirements());
    all.addAll(images.requirements());
    all.add(program("mvn", "compiles the services", "maven"));
    all.add(program("npm", "builds the dashboard", "npm"));
    all.add(program("unshare", "lets Postgres run beside root", "util-linux"));
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
    images.names().forEach(name -> tasks.add(new ImageBuild(home, name)));
    tasks.addAll(cluster.buildTasks());
    tasks.add(postgres.binaries());
    tasks.add(services);
    return new BuildGraph(tasks.stream().map(BuildNode::of).toList());
  }

  /** The part of it that integration tests need: no images. */
  BuildGraph serversGraph() {
    var programs = cluster.buildTasks().stream().filter(task -> !(task instanceof ImageBuild));
    return new BuildGraph(programs.map(BuildNode::of).toList());
  }

  /**
   * Processes and steps, and what they require of each other.
   *
   * @param program starts the parts that are JVMs of this code
   * @param built the services to run
   * @param engines what they offer
   */
  Graph graph(Program program, Path built, Path engines) {
    var parts = new ArrayList<Part>();
    parts.add(Kafka.USUAL.unit(home, program));
    parts.addAll(postgres.parts());
    parts.addAll(cluster.parts(IngressPort.read(home), VolumesCommand.commandLine(program)));
    images.names().forEach(name -> parts.add(Images.step(home, name)));
    parts.addAll(services(built, engines).parts(EmbeddedCluster.OBJECTS));
    return new Graph(parts);
  }

  /** The services of the sources as they are now. */
  Path services() {
    return services.folder();
  }

  /** Tells whether the images are still the same. */
  String images() throws IOException {
    var hashes = new StringBuilder();
    for (var name : images.names()) {
      hashes.append(new ImageFolder(home, name, System.getenv()).hash());
    }
    return ContentHash.of(hashes.toString());
  }

  /** Engines whose images could not be had, and why. */
  Map<String, String> withoutImages() {
    var why = new TreeMap<String, String>();
    for (var name : images.names()) {
      new ImageFolder(home, name, System.getenv()).skipped().ifPresent(it -> why.put(name, it));
    }
    return why;
  }

  /** The engines to offer. */
  Path engines() throws Exception {
    var source = OfferedEngines.source(home, System.getenv());
    return new OfferedEngines(home, source, withoutImages().keySet()).folder();
  }

  private Services services(Path built, Path engines) {
    return new Services(
        home,
        built,
        new ServiceEnvironment(
            home, postgres.passwordFile(), IngressPort.read(home), engines, System.getenv()));
  }

  private static Requirement program(String name, String why, String debianPackage) {
    return new Requirement(
        name, why, debianPackage, "install " + name, () -> ProgramSearch.find(name).isPresent());
  }
}
