package dev.uruimi.testing;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A real Kubernetes API on free loopback ports: etcd, API server and controller manager, without
 * scheduler and nodes, so that pods stay pending unless a test writes their status. It ends with
 * the JVM that started it, even when that one is killed. {@link #stop()} and {@link #start()} keep
 * data and ports, so a test can take the API away and bring it back.
 */
public final class KubernetesServer implements AutoCloseable {

  private static final Duration START_TIMEOUT = Duration.ofSeconds(120);

  private final Path directory;
  private final String token;
  private final ControlPlaneCommands commands;
  private @Nullable ChildProcesses processes;
  private @Nullable KubernetesClient client;

  private KubernetesServer(Path directory, String token, ControlPlaneCommands commands) {
    this.directory = directory;
    this.token = token;
    this.commands = commands;
  }

  /**
   * A server that answers and whose controllers work.
   *
   * @throws IllegalStateException when its programs are not on this machine; the message says what
   *     to do
   */
  public static KubernetesServer started() {
    try {
      var directory = Files.createTempDirectory("uruimi-kubernetes-");
      var token = UUID.randomUUID().toString();
      Files.writeString(directory.resolve("tokens.csv"), token + ",admin,admin,system:masters\n");
      ServiceAccountKeys.write(
          directory.resolve("accounts.key"), directory.resolve("accounts.pub"));
      var commands =
          new ControlPlaneCommands(directory, KubernetesBinaries.found(), ControlPlanePorts.free());
      var server = new KubernetesServer(directory, token, commands);
      server.writeKubeconfig();
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A kubeconfig file of an administrator. */
  public Path kubeconfig() {
    return directory.resolve("kubeconfig");
  }

  /** A client of an administrator; closed with the server. */
  public synchronized KubernetesClient client() {
    if (client == null) {
      client = new KubernetesClientBuilder().withConfig(config()).build();
    }
    return client;
  }

  /** Settings for further clients of an administrator. */
  public Config config() {
    return new ConfigBuilder(Config.fromKubeconfig(kubeconfig().toFile()))
        .withRequestRetryBackoffLimit(1)
        .build();
  }

  /** Starts the servers with the data they had; returns when the API is ready. */
  public synchronized void start() {
    if (processes != null) {
      return;
    }
    processes = new ChildProcesses(directory);
    try {
      start(processes);
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
  }

  private void start(ChildProcesses started) {
    var etcd = started.start("etcd", commands.etcd());
    Ports.awaitOpen(commands.ports().etcd(), START_TIMEOUT, etcd, started.log("etcd"));
    var apiServer = started.start("kube-apiserver", commands.apiServer());
    await(apiServer, started.log("kube-apiserver"), this::answers);
    var manager = started.start("kube-controller-manager", commands.controllerManager());
    await(manager, started.log("kube-controller-manager"), this::controllersWork);
  }

  /** Kills the servers as a power cut would; their data stay. */
  public synchronized void stop() {
    if (processes != null) {
      processes.close();
      processes = null;
    }
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.close();
      client = null;
    }
    stop();
    Directories.delete(directory);
  }

  private boolean answers() {
    return Files.exists(directory.resolve("certificates/apiserver.crt"))
        && succeeds(() -> "ok".equals(client().raw("/readyz")));
  }

  private boolean controllersWork() {
    return succeeds(
        () -> client().serviceAccounts().inNamespace("default").withName("default").get() != null);
  }

  private static boolean succeeds(BooleanSupplier check) {
    try {
      return check.getAsBoolean();
    } catch (KubernetesClientException _) {
      return false;
    }
  }

  private static void await(Process process, Path log, BooleanSupplier condition) {
    var end = System.nanoTime() + START_TIMEOUT.toNanos();
    while (!condition.getAsBoolean()) {
      try {
        if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
          throw new IllegalStateException("did not become ready: " + tail(log));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private static String tail(Path log) {
    try {
      var lines = Files.readAllLines(log);
      return log
          + "\n"
          + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeKubeconfig() throws IOException {
    var text =
        """
        apiVersion: v1
        kind: Config
        clusters:
          - name: test
            cluster:
              server: https://127.0.0.1:%d
              certificate-authority: %s
        users:
          - name: admin
            user: {token: %s}
        contexts:
          - name: test
            context: {cluster: test, user: admin}
        current-context: test
        """
            .formatted(
                commands.ports().apiServer(),
                directory.resolve("certificates/apiserver.crt"),
                token);
    Files.writeString(kubeconfig(), text);
  }
}
