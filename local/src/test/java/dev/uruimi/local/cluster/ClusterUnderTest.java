package dev.uruimi.local.cluster;

import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.ContentHash;
import dev.uruimi.local.process.UruimiHome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A cluster in a network namespace of its own, so that it meets neither another on this machine nor
 * its rules; the machine's caches are used.
 */
final class ClusterUnderTest {

  private static final String NAMESPACE = "uruimi-it";

  final UruimiHome home;

  /**
   * @param folder empty; short, as paths of sockets may have 107 characters
   */
  ClusterUnderTest(Path folder) throws IOException {
    this.home =
        new UruimiHome(
            folder.resolve("repository"),
            UruimiHome.of(System.getenv()).cache(),
            folder.resolve("state"));
    copy(Path.of("../images/pause"), home.repository().resolve("images/pause"));
    copy(Path.of("src/test/resources/cluster/probe"), home.repository().resolve("images/probe"));
  }

  void createNamespace() throws Exception {
    if (!Files.exists(Path.of("/run/netns", NAMESPACE))) {
      Command.of("ip", "netns", "add", NAMESPACE).run();
    }
    Command.of("ip", "-n", NAMESPACE, "link", "set", "lo", "up").run();
  }

  void deleteNamespace() throws Exception {
    Command.of("ip", "netns", "delete", NAMESPACE).run();
  }

  /** Runs {@link ClusterProgram}, outside for "build", else inside the namespace. */
  void program(String what) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command = List.of(java, "-cp", classPath, ClusterProgram.class.getName(), what);
    var environment =
        Map.of(
            "URUIMI_REPOSITORY", home.repository().toString(),
            "URUIMI_CACHE", home.cache().toString(),
            "URUIMI_STATE", home.state().toString());
    (what.equals("build") ? Command.of(command) : inside(command)).with(environment).run();
  }

  String kubectl(String... arguments) throws Exception {
    var command = new ArrayList<String>();
    command.add(new EmbeddedCluster(home).kubectl().toString());
    command.add("--kubeconfig=" + home.kubeconfig());
    command.addAll(List.of(arguments));
    return inside(command).run();
  }

  /** What a server answers to a request from the machine itself: status, then body. */
  String get(String url, String host) throws Exception {
    var images = home.repository().resolve("images/probe");
    var probe = home.image("probe", ContentHash.ofFolder(images)).resolve("probe");
    return inside(List.of(probe.toString(), "get", url, host)).run();
  }

  Command inside(List<String> command) {
    var full = new ArrayList<>(List.of("nsenter", "--net=/run/netns/" + NAMESPACE));
    full.addAll(command);
    return Command.of(full);
  }

  /** Supervisor, keeper, all they started and all containers: no signal they could hear. */
  void killEverything() throws IOException {
    try (var processes = ProcessHandle.allProcesses()) {
      processes.filter(this::isOurs).forEach(ProcessHandle::destroyForcibly);
    }
    for (var pid : Cgroups.of(home).processes()) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  /** Command lines of all processes that have to do with this cluster. */
  List<String> processes() {
    return ProcessHandle.allProcesses()
        .filter(this::isOurs)
        .map(process -> process.info().commandLine().orElse(""))
        .toList();
  }

  private boolean isOurs(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", "" + process.pid(), "cmdline"))
          .contains(home.state().toString());
    } catch (IOException e) {
      return false;
    }
  }

  private static void copy(Path source, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (var file : files.toList()) {
        var copy = target.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
          new File(copy.toString()).setExecutable(Files.isExecutable(file));
        }
      }
    }
  }
}
