package dev.uruimi.local.cluster;

import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The control group that all containers of ours are below, in every hierarchy of cgroup v1 or in
 * the one of v2. What runs in it is ours, whoever started it.
 */
final class Cgroups {

  private final Path mount;
  private final String name;

  /**
   * @param mount where the hierarchies are mounted
   * @param name of our group, directly below their roots
   */
  Cgroups(Path mount, String name) {
    this.mount = mount;
    this.name = name;
  }

  static Cgroups of(UruimiHome home) {
    return new Cgroups(Path.of("/sys/fs/cgroup"), name(home));
  }

  static String name(UruimiHome home) {
    return "uruimi-" + home.id();
  }

  void create() throws IOException {
    if (Files.exists(mount.resolve("cgroup.controllers"))) {
      enableControllers();
    }
    for (var group : groups()) {
      if (!Files.isDirectory(group)) {
        Files.createDirectory(group);
      }
    }
  }

  /** Numbers of all processes in our groups. */
  List<Long> processes() throws IOException {
    return tree().stream()
        .map(group -> group.resolve("cgroup.procs"))
        .flatMap(Cgroups::lines)
        .map(Long::valueOf)
        .distinct()
        .toList();
  }

  /** Removes our groups, which must be empty of processes. */
  void remove() throws IOException {
    for (var group : tree().reversed()) {
      Files.deleteIfExists(group);
    }
  }

  /** Our groups, each before those below it. Groups come and go while one looks. */
  private List<Path> tree() throws IOException {
    var all = new ArrayList<Path>();
    for (var group : groups()) {
      addTree(group, all);
    }
    return all;
  }

  private static void addTree(Path group, List<Path> all) {
    try (var below = Files.newDirectoryStream(group, Files::isDirectory)) {
      all.add(group);
      below.forEach(child -> addTree(child, all));
    } catch (IOException | DirectoryIteratorException e) {
      // It has just gone.
    }
  }

  private List<Path> groups() throws IOException {
    if (Files.exists(mount.resolve("cgroup.controllers"))) {
      return List.of(mount.resolve(name));
    }
    try (var hierarchies = Files.list(mount)) {
      return hierarchies
          .filter(hierarchy -> Files.exists(hierarchy.resolve("cgroup.procs")))
          .filter(hierarchy -> !Files.isSymbolicLink(hierarchy))
          .map(hierarchy -> hierarchy.resolve(name))
          .toList();
    }
  }

  private void enableControllers() {
    for (var controller : List.of("cpu", "cpuset", "memory", "pids", "io", "hugetlb")) {
      try {
        Files.writeString(mount.resolve("cgroup.subtree_control"), "+" + controller);
      } catch (IOException e) {
        // Not there, or not ours to give; the kubelet names the one it misses.
      }
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readString(file).lines();
    } catch (IOException e) {
      return Stream.empty(); // the group has just gone, or is of a threaded kind
    }
  }
}
