package dev.uruimi.local.cluster;

import dev.uruimi.local.process.Bringup;
import dev.uruimi.local.process.Graph;
import dev.uruimi.local.process.Part;
import dev.uruimi.local.process.Program;
import dev.uruimi.local.process.Supervisor;
import dev.uruimi.local.process.Takedown;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.process.Waiter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The cluster alone, as a program: the tests run it in a network namespace. */
final class ClusterProgram {

  private static final int INGRESS_PORT = 80;

  private final UruimiHome home = UruimiHome.of(System.getenv());
  private final Program program;

  private ClusterProgram() throws Exception {
    this.program = Program.copyOfThis(home);
  }

  public static void main(String[] arguments) throws Exception {
    var cluster = new ClusterProgram();
    switch (arguments[0]) {
      case "build" -> cluster.build();
      case "up" -> cluster.up();
      case "down" -> cluster.down();
      case "supervise" ->
          new Supervisor(cluster.home, cluster.graph(), cluster.command("supervise"), Waiter.REAL)
              .run();
      case "volumes" ->
          VolumeProvisioner.run(
              Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    System.exit(0);
  }

  private List<String> command(String name) {
    return program.java(List.of("-Xmx48m"), ClusterProgram.class.getName(), List.of(name));
  }

  private Graph graph() {
    var parts = new ArrayList<Part>();
    parts.addAll(new EmbeddedCluster(home).parts(INGRESS_PORT, command("volumes")));
    parts.add(Images.step(home, "probe"));
    return new Graph(parts);
  }

  private void build() throws Exception {
    for (var task : new EmbeddedCluster(home).buildTasks()) {
      task.run(System.out::println);
    }
    new ImageBuild(home, "probe").run(System.out::println);
  }

  private void up() throws Exception {
    var bringup = new Bringup(home, command("supervise"), Waiter.REAL);
    bringup.start();
    var last = bringup.follow(Duration.ofMinutes(3), snapshot -> {});
    if (last.filter(snapshot -> snapshot.allReady()).isEmpty()) {
      throw new IllegalStateException("not ready: " + last);
    }
  }

  private void down() throws Exception {
    var problems = new Takedown(home, graph(), Waiter.REAL).run(snapshot -> {});
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.toString());
    }
  }
}
