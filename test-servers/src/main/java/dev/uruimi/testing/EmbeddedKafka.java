package dev.uruimi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/** In a child JVM, which ends with the JVM that started it, even when that one is killed. */
final class EmbeddedKafka implements KafkaBroker {

  private static final Duration START_TIMEOUT = Duration.ofSeconds(90);

  private final Path directory;
  private final int port;
  private @Nullable Process process;

  private EmbeddedKafka(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  static EmbeddedKafka stopped() {
    try {
      var directory = Files.createTempDirectory("uruimi-kafka-");
      var port = Ports.free();
      var settings = BrokerSettings.of(directory.resolve("log"), port, Ports.free());
      Files.writeString(directory.resolve("server.properties"), settings);
      Files.writeString(directory.resolve("cluster-id"), Uuid.randomUuid().toString());
      return new EmbeddedKafka(directory, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public synchronized void start() {
    if (process != null && process.isAlive()) {
      return;
    }
    try {
      process = BrokerProcess.start(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Ports.awaitOpen(port, START_TIMEOUT, process, directory.resolve("broker.log"));
  }

  @Override
  public synchronized void stop() {
    if (process != null) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  @Override
  public void close() {
    stop();
    Directories.delete(directory);
  }
}
