package dev.uruimi.local.kafka;

import dev.uruimi.local.process.Program;
import dev.uruimi.local.process.Readiness;
import dev.uruimi.local.process.Unit;
import dev.uruimi.local.process.UruimiHome;
import java.util.List;

/**
 * The broker as a unit.
 *
 * @param port for clients, on loopback
 * @param controllerPort for the broker itself
 */
public record Kafka(int port, int controllerPort) {

  /** Name of the part. */
  public static final String NAME = "kafka";

  /** The one of this machine's installation. */
  public static final Kafka USUAL = new Kafka(7092, 7093);

  private static final List<String> FLAGS =
      List.of(
          "-Xmx192m",
          "-XX:ReservedCodeCacheSize=48m",
          "-Xlog:disable",
          "-Xlog:all=error:stderr",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /** Where clients connect. */
  public String bootstrapServers() {
    return BrokerSettings.HOST + ":" + port;
  }

  /** One real broker, its data in {@code data/kafka}. */
  public Unit unit(UruimiHome home, Program program) {
    var folder = home.data(NAME);
    var arguments =
        List.of(folder.toString(), String.valueOf(port), String.valueOf(controllerPort));
    return Unit.of(NAME, folder, program.java(FLAGS, Broker.class.getName(), arguments))
        .readyWhen(Readiness.port(BrokerSettings.HOST, port));
  }
}
