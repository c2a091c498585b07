package dev.uruimi.local.proxy;

import dev.uruimi.local.cluster.ServerTls;
import dev.uruimi.local.cluster.TargetCluster;
import dev.uruimi.local.process.Part;
import dev.uruimi.local.process.Progress;
import dev.uruimi.local.process.Readiness;
import dev.uruimi.local.process.Step;
import dev.uruimi.local.process.Unit;
import dev.uruimi.local.process.UruimiHome;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The proxy as a part of an installation, and the kubeconfig that leads through it. */
public record FaultProxyUnit(UruimiHome home) {

  /** Name of the part. */
  public static final String NAME = "fault-proxy";

  static final int PORT = 7444;
  private static final String HOST = "127.0.0.1";
  private static final String STEP = "fault-kubeconfig";

  /** Where faults are ordered. */
  public Path socket() {
    return home.run().resolve("fault-proxy.sock");
  }

  /** The administrator's, but through the proxy. */
  public Path kubeconfig() {
    return home.state().resolve("kubeconfig-through-proxy");
  }

  /**
   * @param command starts the proxy
   */
  public List<Part> parts(List<String> command) {
    var unit =
        Unit.of(NAME, home.data(NAME), command)
            .requiring(STEP)
            .readyWhen(Readiness.file(socket()).and(Readiness.port(HOST, PORT)));
    return List.of(Step.of(STEP, List.of(TargetCluster.OBJECTS), this::write), unit);
  }

  private void write(Progress progress) throws IOException {
    var server = URI.create(direct().getMasterUrl());
    var text = Files.readString(home.kubeconfig());
    var through = text.replace(server.getAuthority(), HOST + ":" + PORT);
    Files.deleteIfExists(kubeconfig());
    Files.createFile(
        kubeconfig(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(kubeconfig(), through);
  }

  /** Serves until the process is ended. */
  public void run() throws Exception {
    var config = direct();
    var server = URI.create(config.getMasterUrl());
    var backend =
        new Backend(
            new InetSocketAddress(server.getHost(), server.getPort()),
            ServerTls.of(home),
            SSLUtils.sslContext(config));
    try (var proxy = new FaultProxy(PORT, backend);
        var control = new FaultControl(proxy, socket())) {
      Thread.ofPlatform().daemon().name("control").start(control);
      proxy.run();
    }
  }

  private Config direct() {
    return Config.fromKubeconfig(home.kubeconfig().toFile());
  }
}
