package dev.uruimi.local.certify;

import dev.uruimi.certify.Installation;
import dev.uruimi.local.kafka.Kafka;
import dev.uruimi.local.postgres.Postgres;
import dev.uruimi.local.process.UnitProcesses;
import dev.uruimi.local.process.Unsupervised;
import dev.uruimi.local.process.UruimiHome;
import dev.uruimi.local.proxy.FaultProxyUnit;
import dev.uruimi.local.proxy.RemoteFaults;
import dev.uruimi.local.secrets.SecretFile;
import dev.uruimi.local.secrets.Tokens;
import dev.uruimi.local.services.Service;
import dev.uruimi.local.services.ServiceClocks;
import dev.uruimi.local.services.Services;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An installation on this machine that was brought up with {@code --faults}. */
public final class LocalInstallation implements Installation {

  private final UruimiHome home;
  private final Services services;
  private final UnitProcesses processes;
  private final BrokerCut broker = BrokerCut.ofThisMachine();
  private final ServiceClocks clocks;

  private LocalInstallation(UruimiHome home, Services services) {
    this.home = home;
    this.services = services;
    this.processes = new UnitProcesses(home);
    this.clocks = new ServiceClocks(home);
  }

  /**
   * One that is up; what a campaign that died left broken is healed first.
   *
   * @param services as the supervisor runs them
   */
  public static LocalInstallation of(UruimiHome home, Services services) throws IOException {
    var installation = new LocalInstallation(home, services);
    installation.close();
    return installation;
  }

  @Override
  public URI api() {
    return URI.create("http://127.0.0.1:" + Service.STORE_API.port());
  }

  @Override
  public String logInToken() {
    return read(new Tokens(home).logIn());
  }

  @Override
  public String peersToken() {
    return read(new Tokens(home).peers());
  }

  @Override
  public String bootstrapServers() {
    return Kafka.USUAL.bootstrapServers();
  }

  @Override
  public String jdbcUrl() {
    return Postgres.url(Postgres.USUAL_PORT);
  }

  @Override
  public String jdbcUser() {
    return Postgres.ADMIN;
  }

  @Override
  public String jdbcPassword() {
    return read(new SecretFile(new Postgres(home, Postgres.USUAL_PORT).adminPasswordFile()));
  }

  private static String read(SecretFile secret) {
    try {
      return secret.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Path kubeconfig() {
    return home.kubeconfig();
  }

  @Override
  public List<String> parts() {
    try {
      return processes.names().stream().filter(name -> !Services.isReplica(name)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<ProcessHandle> process(String part) {
    return processes.process(part);
  }

  @Override
  public Replica startReplica(String service) throws IOException, InterruptedException {
    var unit = services.replica(service(service));
    if (processes.process(unit.name()).isPresent()) {
      throw new IOException(unit.name() + " runs already");
    }
    return new LocalReplica(Unsupervised.start(home, unit));
  }

  @Override
  public ApiServerFaults apiServer() {
    return new RemoteFaults(new FaultProxyUnit(home).socket());
  }

  @Override
  public Healing cutBroker() throws IOException {
    uninterrupted(broker::cut);
    return this::healBroker;
  }

  @Override
  public void setClock(String service, Duration offset) throws IOException {
    clocks.set(service(service), offset);
  }

  /** Faults of the API server end with their connections: {@link RemoteFaults}. */
  @Override
  public void close() throws IOException {
    healBroker();
    clocks.heal();
    for (var unit : processes.names()) {
      if (Services.isReplica(unit)) {
        uninterrupted(() -> Unsupervised.end(home, unit));
      }
    }
  }

  private void healBroker() throws IOException {
    uninterrupted(broker::heal);
  }

  private static Service service(String name) {
    return Arrays.stream(Service.values())
        .filter(service -> service.module().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no service is named " + name));
  }

  /** Something that waits for other processes. */
  private interface Action {
    void run() throws IOException, InterruptedException;
  }

  private static void uninterrupted(Action action) throws IOException {
    try {
      action.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException().initCause(e);
    }
  }
}
