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

  /**
   * @param cluster part that is ready when the API server can be used: starting a service beside
   *     the node, not after it, saves seconds
   */
  public List<Part> parts(String cluster) {
    return Arrays.stream(Service.values()).map(it -> (Part) unit(it, cluster)).toList();
  }

  private Unit unit(Service service, String cluster) {
    var jar = folder.resolve(service.module()).resolve(service.module() + ".jar");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of("-jar", jar.toString()));
    var ready = "http://127.0.0.1:%d/actuator/health/readiness".formatted(service.port());
    return Unit.of(service.module(), home.repository(), command)
        .withEnvironment(environment.of(service))
        .requiring(
            service == Service.STORE_API
                ? new String[] {Kafka.NAME, Postgres.NAME}
                : new String[] {Kafka.NAME, cluster})
        .readyWhen(Readiness.http(URI.create(ready)))
        .withTimeouts(Duration.ofSeconds(180), Duration.ofSeconds(20));
  }
}
