package dev.uruimi.provisioner;

import dev.uruimi.testing.KubernetesServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A provisioner in a JVM of its own; closed with SIGKILL. */
final class ProvisionerProcess implements AutoCloseable {

  private final Process process;

  ProvisionerProcess(List<String> settings, KubernetesServer kubernetes) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add(ProvisionerApplication.class.getName());
    command.addAll(settings);
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("KUBECONFIG", kubernetes.kubeconfig().toString());
    this.process = builder.start();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
