package dev.uruimi.local;

import dev.uruimi.local.cluster.VolumeProvisioner;
import dev.uruimi.local.process.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Started by the supervisor: makes and removes the cluster's volumes. */
@Command(name = "volumes", hidden = true)
final class VolumesCommand implements Callable<Integer> {

  @Parameters(index = "0")
  private Path folder = Path.of("");

  @Parameters(index = "1")
  private Path kubeconfig = Path.of("");

  @Parameters(index = "2")
  private Path ready = Path.of("");

  static List<String> commandLine(Program program) {
    return program.java(List.of("-Xms8m", "-Xmx32m"), Uruimi.class.getName(), List.of("volumes"));
  }

  @Override
  public Integer call() throws Exception {
    VolumeProvisioner.run(folder, kubeconfig, ready);
    return 0;
  }
}
