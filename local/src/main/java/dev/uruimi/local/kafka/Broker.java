package dev.uruimi.local.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Main class of the broker's process: formats the data folder once, then is the broker. */
public final class Broker {

  private Broker() {}

  /**
   * @param arguments the data folder, the port for clients, the controller's port
   */
  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    var settings = folder.resolve("server.properties");
    var ports = new BrokerSettings(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    Files.writeString(settings, ports.text(folder.resolve("log")));
    var formatted =
        StorageTool.execute(
            new String[] {
              "format",
              "--ignore-formatted",
              "--cluster-id",
              clusterId(folder.resolve("cluster-id")),
              "--config",
              settings.toString()
            },
            System.out);
    if (formatted != 0) {
      System.exit(formatted);
    }
    kafka.Kafka.main(new String[] {settings.toString()});
  }

  private static String clusterId(Path file) throws IOException {
    if (!Files.exists(file)) {
      var next = file.resolveSibling("cluster-id.new");
      Files.writeString(next, Uuid.randomUuid().toString());
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file);
  }
}
