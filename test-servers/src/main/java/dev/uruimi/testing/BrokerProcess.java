package dev.uruimi.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;

/**
 * The child JVM of a {@link KafkaBroker}: formats the storage, runs until its standard input ends.
 */
final class BrokerProcess {

  private BrokerProcess() {}

  static Process start(Path directory) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            java,
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            BrokerProcess.class.getName(),
            directory.toString());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(directory.resolve("broker.log").toFile()));
    return builder.start();
  }

  /** Entry point of the child JVM; the only argument is the broker's directory. */
  public static void main(String[] arguments) throws IOException {
    var directory = Path.of(arguments[0]);
    var settings = directory.resolve("server.properties").toString();
    var clusterId = Files.readString(directory.resolve("cluster-id"));
    StorageTool.execute(
        new String[] {
          "format", "--ignore-formatted", "--cluster-id", clusterId, "--config", settings
        },
        System.out);
    var config = new KafkaConfig(Utils.loadProps(settings), false);
    new KafkaRaftServer(config, Time.SYSTEM).startup();
    while (System.in.read() >= 0) {
      // the parent never writes: its end is the end of the input
    }
    Runtime.getRuntime().halt(0);
  }
}
