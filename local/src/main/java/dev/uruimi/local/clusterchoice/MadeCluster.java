package dev.uruimi.local.clusterchoice;

import dev.uruimi.local.cluster.TargetCluster;
import dev.uruimi.local.process.BuildTask;
import dev.uruimi.local.process.Command;
import dev.uruimi.local.process.Part;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.Requirement;
import dev.uruimi.local.process.UruimiHome;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster in Docker that {@code up} makes by kind or k3d, with a kubeconfig of its own: the
 * person's is left alone. {@code down} stops what runs beside it, {@code down --purge} deletes it.
 *
 * @param ingressPort where the shops are reached on this machine
 */
public record MadeCluster(
    UruimiHome home, MakingTool tool, int ingressPort, Map<String, String> environment)
    implements TargetCluster {

  /** By that tool. */
  public static MadeCluster of(
      UruimiHome home, Distribution tool, int ingressPort, Map<String, String> environment) {
    return new MadeCluster(
        home,
        new MakingTool(tool, "uruimi-" + home.id(), home.kubeconfig()),
        ingressPort,
        environment);
  }

  @Override
  public List<Requirement> needs() {
    return used().needs();
  }

  @Override
  public List<BuildTask> buildTasks() {
    return List.of(new Making());
  }

  @Override
  public void connect(Progress said) throws Exception {
    used().connect(said);
  }

  @Override
  public List<Part> parts(int port, List<String> volumeCommand) {
    return used().parts(port, volumeCommand);
  }

  @Override
  public Optional<Part> image(String name) {
    return used().image(name);
  }

  @Override
  public void forget(Progress said) throws IOException, InterruptedException {
    if (exists()) {
      Command.of(tool.delete()).run();
      said.line("Deleted the cluster " + tool.name() + " of " + tool.distribution().title() + ".");
    }
  }

  private boolean exists() throws IOException, InterruptedException {
    return tool.lists(Command.of(tool.list()).run());
  }

  /** Once it is there it is used like any other. */
  private ContextCluster used() {
    var finding = IngressFinding.of(environment).at(IngressAddress.LOOPBACK + ":" + ingressPort);
    return new ContextCluster(home, tool.context(), tool.distribution(), finding);
  }

  /** Makes it, once. */
  private final class Making implements BuildTask {

    @Override
    public String name() {
      return "cluster in Docker (" + tool.distribution().title() + ")";
    }

    @Override
    public boolean upToDate() {
      try {
        return Files.exists(home.kubeconfig()) && exists();
      } catch (IOException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    public void run(Progress progress) throws Exception {
      Files.createDirectories(home.state());
      var config = home.config("kind").resolve("cluster.yaml");
      Files.createDirectories(config.getParent());
      var traefik = TraefikInstallation.of(environment);
      Files.writeString(config, MakingTool.kindConfig(ingressPort, traefik.nodePort()));
      if (!exists()) {
        progress.line("making " + tool.name());
        Command.of(tool.create(config, ingressPort)).run(progress);
      }
      Command.of(tool.writeKubeconfig()).run();
    }
  }
}
