package dev.uruimi.local.services;

import dev.uruimi.local.kafka.Kafka;
import dev.uruimi.local.postgres.Postgres;
import dev.uruimi.local.process.Part;
import dev.uruimi.local.process.Readiness;
import dev.uruimi.local.process.Unit;
import dev.uruimi.local.process.UruimiHome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The four services as units. */
public final class Services {

  private static final List<String> FLAGS =
      List.of(
          "-Xmx192m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+ExitOnOutOfMemoryError",
          "-Xlog:disable",
          "-Xlog:all=error:stderr",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Djdk.httpclient.allowRestrictedHeaders=host,connection");

  private static final String REPLICA = "-2";
  private static final int REPLICA_PORTS = 100;

  private final UruimiHome home;
  private final Path folder;
  private final ServiceEnvironment environment;

  /**
   * @param folder what {@link ServicesBuild} made
   */
  public Services(UruimiHome home, Path folder, ServiceEnvironment environment) {
    this.home = home;
    this.folder = folder;
    this.environment = environment;
  }

  /** All of them, and what they need; each waits for what it uses, and no more. */
  public List<Part> parts() {
    var parts = new ArrayList<Part>();
    parts.add(new WebhooksKey(home).step());
    Arrays.stream(Service.values()).map(it -> unit(it, it.module(), it.port())).forEach(parts::add);
    return parts;
  }

  /** A second process of a service. */
  public Unit replica(Service service) {
    return unit(service, service.module() + REPLICA, service.port() + REPLICA_PORTS);
  }

  /** Names of units that {@link #replica} made. */
  public static boolean isReplica(String unit) {
    return unit.endsWith(REPLICA);
  }

  private Unit unit(Service service, String name, int port) {
    var jar = folder.resolve(service.module()).resolve(service.module() + ".jar");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of("-jar", jar.toString()));
    var ready = "http://127.0.0.1:%d/actuator/health/readiness".formatted(port);
    return Unit.of(name, home.repository(), command)
        .withEnvironment(environment.of(service, port))
        .requiring(required(service))
        .readyWhen(Readiness.http(URI.create(ready)))
        .withTimeouts(Duration.ofSeconds(180), Duration.ofSeconds(20));
  }

  /** Starting a service beside the node, not after it, saves seconds. */
  private String[] required(Service service) {
    var needed = new ArrayList<>(environment.needed());
    needed.add(Kafka.NAME);
    if (service == Service.STORE_API) {
      needed.addAll(List.of(Postgres.NAME, WebhooksKey.STEP));
    } else {
      needed.add(environment.cluster());
    }
    return needed.toArray(String[]::new);
  }
}
